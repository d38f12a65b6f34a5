//! The generated enterprises, before a layout decides how their growth is written down.

use annual_report::model::{Enterprise, EnterpriseKind, IndustryBasis};

use crate::{
    events::events,
    names::Register,
    order::Order,
    random::{chance, one_of, source, tenths},
    words::{INDUSTRIES, SUFFIXES},
};

/// An enterprise and how it grew.
pub struct Firm {
    /// With one to three events, none of which states a growth.
    pub enterprise: Enterprise,
    /// Growth of output in %, with one decimal.
    pub growth: Option<f64>,
    /// Growth of exports in %, with one decimal.
    pub export_growth: Option<f64>,
}

/// All enterprises. Those of a smaller pack with the same seed are the first of a larger one.
pub fn firms(order: &Order) -> Vec<Firm> {
    let mut random = source(order.seed, 1);
    let mut register = Register::default();
    let firm = |number| {
        let random = &mut random;
        let (industry, trades) = one_of(random, &INDUSTRIES);
        let name = register.name(random, |random| {
            vec![*one_of(random, trades), *one_of(random, &SUFFIXES)]
        });
        let kind = match chance(random, 4) {
            true => EnterpriseKind::StateOwned,
            false => EnterpriseKind::Enterprise,
        };
        let basis = match chance(random, 80) {
            true => IndustryBasis::Reported,
            false => IndustryBasis::Name,
        };
        Firm {
            enterprise: Enterprise {
                id: format!("e-{number:06}").as_str().into(),
                name: name.printed,
                kind,
                pinyin: name.pinyin,
                initials: name.initials,
                industry: (*industry).to_owned(),
                industry_basis: basis,
                events: events(random),
            },
            growth: (!chance(random, 8)).then(|| tenths(random, -400, 700)),
            export_growth: (!chance(random, 55)).then(|| tenths(random, -600, 900)),
        }
    };
    (1..=order.enterprises).map(firm).collect()
}
