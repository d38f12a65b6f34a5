//! The closed words of the pack, each with what it is called at a desk; in the order of the pack.

/// What sort of quantity a figure is, at a desk.
pub const FIGURE_KINDS: &[(&str, &str)] = &[
    ("level", "总量"),
    ("growth", "同比增长"),
    ("multiple", "同比倍数"),
    ("delta", "同比增减"),
    ("share", "占比"),
    ("count", "个数"),
    ("money", "金额"),
    ("date", "日期"),
    ("rank", "位次"),
    ("grade", "级别"),
    ("capacity", "能力"),
    ("duration", "时长"),
];
/// The words of a qualifier are the document's own.
pub const QUALIFIERS: &[(&str, &str)] = &[
    ("预计", "预计"),
    ("近", "近"),
    ("余", "余"),
    ("超…以上", "超…以上"),
    ("以上", "以上"),
    ("约", "约"),
    ("拟", "拟"),
];
/// What sort of body it is, at a desk.
pub const ENTERPRISE_KINDS: &[(&str, &str)] = &[
    ("enterprise", "企业"),
    ("state-owned", "国有企业"),
    ("institution", "机构"),
    ("incubator", "孵化器"),
];
/// Where an industry comes from, at a desk.
pub const BASES: &[(&str, &str)] = &[("reported", "报告写明"), ("name", "按名称归类")];
/// What sort of project.
pub const CATEGORIES: &[(&str, &str)] = &[
    ("产业", "产业"),
    ("园区平台", "园区平台"),
    ("基础设施", "基础设施"),
    ("公共服务", "公共服务"),
    ("房地产", "房地产"),
    ("安置房", "安置房"),
    ("生态环保", "生态环保"),
    ("遗留问题", "遗留问题"),
];
/// How far a project has come.
pub const STATUSES: &[(&str, &str)] = &[
    ("意向", "意向"),
    ("签约", "签约"),
    ("前期", "前期"),
    ("开工", "开工"),
    ("推进", "推进"),
    ("处置", "处置"),
    ("获批", "获批"),
    ("投用", "投用"),
];
/// How a chart is drawn, at a desk.
pub const CHART_KINDS: &[(&str, &str)] = &[
    ("growth", "同比"),
    ("base", "本年与推算的上年"),
    ("levels", "各项数量"),
    ("share", "占整体的百分比"),
    ("stock", "总数与其中一部分"),
    ("counts", "各方面点到多少"),
    ("areas", "各方面的项目走到哪一步"),
    ("series", "逐年"),
];
/// What a chart counts, at a desk.
pub const COUNTED: &[(&str, &str)] = &[("enterprises", "企业"), ("projects", "项目")];
/// The lists of the plan, at a desk.
pub const PLAN_LISTS: &[(&str, &str)] = &[
    ("requirements", "工作要求"),
    ("opportunities", "机遇"),
    ("industries", "产业"),
    ("directions", "方向"),
    ("chain_strategy", "补链强链"),
    ("aims", "目标"),
];
