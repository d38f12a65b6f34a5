//! Known vulnerabilities of what the end-to-end tests use, as npm's registry tells them.

use std::process::Stdio;

use super::super::tally::Tally;
use crate::{node, project::Project};

/// What npm's registry knows of the packages that the end-to-end tests use. Not every registry answers that, and without
/// an answer nothing is known: neither that all is well, nor that it is not.
pub fn run(project: &Project) -> Tally {
    match asked(project).map(|answer| vulnerabilities(&answer)) {
        Ok(Ok(0)) => {
            println!("npm audit：没有已知的漏洞");
            Tally::SUCCESS
        }
        Ok(Ok(found)) => {
            println!("npm audit：{found} 个已知的漏洞；在 e2e/ 里运行 npm audit 看是哪些");
            Tally::FAILURE
        }
        Ok(Err(why)) => {
            println!("跳过：npm 的登记处没有回答 npm audit（{why}），所以不知道 e2e/ 的包有没有已知的漏洞");
            Tally::SKIPPED
        }
        Err(why) => {
            println!("跳过：没有问成 npm（{why}），所以不知道 e2e/ 的包有没有已知的漏洞");
            Tally::SKIPPED
        }
    }
}

/// What `npm audit` says, or why it said nothing.
fn asked(project: &Project) -> Result<String, String> {
    let mut npm = node::npm(&project.e2e()).map_err(|failure| failure.to_string())?;
    npm.args(["audit", "--json", "--audit-level=low"]);
    // It fails whenever it has found something; the answer says what.
    let output = npm.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// How many an answer of `npm audit --json` counts, or why it is none.
fn vulnerabilities(answer: &str) -> Result<u64, String> {
    let answer: serde_json::Value = serde_json::from_str(answer).map_err(|error| error.to_string())?;
    let count = answer.pointer("/metadata/vulnerabilities/total");
    count.and_then(serde_json::Value::as_u64).ok_or_else(|| {
        // Without the address, which is the machine's own affair.
        let message = answer.get("message").and_then(serde_json::Value::as_str);
        let message = message.unwrap_or("没有说为什么");
        message.split(" - ").next().unwrap_or(message).to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::vulnerabilities;

    #[test]
    fn an_audit_is_a_number_or_no_answer() {
        assert_eq!(
            vulnerabilities(r#"{"metadata":{"vulnerabilities":{"low":1,"total":2}}}"#),
            Ok(2)
        );
        let refused =
            vulnerabilities(r#"{"message":"405 Method Not Allowed - POST https://example.org","statusCode":405}"#);
        assert_eq!(refused, Err("405 Method Not Allowed".to_owned()));
        assert!(vulnerabilities("").is_err());
    }
}
