//! `test`: which of its steps.

use crate::{failure::Failure, options::not_understood, suite::Step};

/// The steps of these names, in their own order.
pub fn named(names: &[&str]) -> Result<Vec<Step>, Failure> {
    if let Some(unknown) = names
        .iter()
        .find(|name| Step::ALL.iter().all(|step| step.name() != **name))
    {
        return Err(not_understood(unknown));
    }
    Ok(Step::ALL
        .into_iter()
        .filter(|step| names.contains(&step.name()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;
    use crate::command::Command;

    #[test]
    fn no_step_means_all_of_them() {
        assert_eq!(
            parse("test"),
            Some(Command::Test {
                steps: Step::ALL.to_vec()
            })
        );
    }

    #[test]
    fn steps_run_in_their_own_order_whatever_was_typed() {
        assert_eq!(
            parse("test e2e fmt"),
            Some(Command::Test {
                steps: vec![Step::Fmt, Step::EndToEnd]
            })
        );
    }

    #[test]
    fn an_unknown_step_is_refused_rather_than_left_out() {
        assert_eq!(parse("test fmt e2"), None);
    }
}
