//! The facets of a table, with how many rows each value would leave.

use annual_report::query::{Facet, FacetValue, Table};
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::asking::Asking;
use super::prose::prose;
use super::views::IntoViews;
use crate::dom;

/// Every facet with its values and live counts. One that cannot narrow anything is left out.
pub fn facets(table: &Table, asking: Asking) -> Vec<AnyView> {
    let narrows = |facet: &Facet| match facet.values.len() {
        0 => false,
        1 => (facet.size(0) as usize) < table.len(),
        _ => true,
    };
    let facets = table.facets.iter().enumerate().filter(|(_, facet)| narrows(facet));
    facets.map(|(nth, facet)| group(facet, nth, asking)).views()
}

/// A facet. Its boxes are heard in one place, and brought up to date in one effect.
fn group(facet: &Facet, nth: usize, asking: Asking) -> impl IntoView + use<> {
    let (key, label) = (facet.key, facet.label);
    let group = NodeRef::<Div>::new();
    let keys: Vec<String> = facet.values.iter().map(|value| value.key.clone()).collect();
    Effect::new(move |last: Option<Vec<(u32, bool)>>| {
        let mut last = last.unwrap_or_default();
        let counts = asking.facet_counts(nth);
        let picked = |value: &String| asking.query.with(|query| query.is_picked(key, value));
        let now: Vec<(u32, bool)> = counts.into_iter().zip(keys.iter().map(picked)).collect();
        if let Some(group) = group.get() {
            let values = group.children();
            for (nth, state) in (0..).zip(&now) {
                let before = last.get(nth as usize);
                if let (true, Some(value)) = (before != Some(state), values.item(nth)) {
                    show(&value, *state, before.copied());
                }
            }
            last = now;
        }
        last
    });
    let changed = move |change: Event| {
        let target = change.target().map(|target| target.unchecked_into::<Element>());
        let value = target.and_then(|target| {
            target
                .closest("[data-value]")
                .ok()
                .flatten()?
                .get_attribute("data-value")
        });
        if let Some(value) = value {
            asking.ask(|query| query.toggled(key, &value));
        }
    };
    // In the app the effect writes them.
    let counts = if dom::IN_BROWSER {
        Vec::new()
    } else {
        asking.facet_counts(nth)
    };
    let values = facet
        .values
        .iter()
        .enumerate()
        .map(|(nth, value)| value_view(value, counts.get(nth)))
        .views();
    view! {
        <fieldset class="facet" data-facet=key on:change=changed>
            <legend>{label}</legend>
            <div node_ref=group class="facet__values">{values}</div>
        </fieldset>
    }
}

fn value_view(value: &FacetValue, count: Option<&u32>) -> AnyView {
    let count = count.map(u32::to_string).unwrap_or_default();
    view! {
        <label class="facet__value" data-value=value.key.clone()>
            <input type="checkbox"/>
            <span class="facet__label">{prose(&value.label)}</span>
            <span class="facet__count">{count}</span>
        </label>
    }
    .into_any()
}

/// Brings a value up to date: how many rows it would leave, and whether it is picked.
fn show(value: &Element, (count, picked): (u32, bool), before: Option<(u32, bool)>) {
    if before.is_none_or(|(before, _)| before != count)
        && let Some(shown) = value.last_element_child()
    {
        match shown.first_child() {
            Some(text) => text.set_node_value(Some(&count.to_string())),
            None => shown.set_text_content(Some(&count.to_string())),
        }
    }
    if before.is_none_or(|(before, _)| (before == 0) != (count == 0)) {
        let empty = if count == 0 {
            "facet__value facet__value--empty"
        } else {
            "facet__value"
        };
        value.set_class_name(empty);
    }
    if let Some(input) = value.first_element_child() {
        let input = input.unchecked_into::<HtmlInputElement>();
        if input.checked() != picked {
            input.set_checked(picked);
        }
    }
}
