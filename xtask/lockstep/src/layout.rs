//! How the committed document is laid out.
//!
//! The server decides the order of the members (`openapi`, `info`, `paths` …), and reviews read it in that order.
//! `serde_json::Value` would sort them, so the text is laid out again without being rebuilt.

use std::iter;

/// Lays out valid JSON with one member or element a line, two spaces for each level, empty containers closed at once,
/// and a newline at the end. Tokens and their order stay as they are, so the result of a result is the same.
pub(crate) fn one_member_a_line(json: &str) -> String {
    let mut laid_out = String::with_capacity(json.len() * 2);
    let mut level = 0_usize;
    let mut characters = json.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                laid_out.push('"');
                let mut escaped = false;
                for inner in characters.by_ref() {
                    laid_out.push(inner);
                    match inner {
                        _ if escaped => escaped = false,
                        '\\' => escaped = true,
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '{' | '[' => {
                laid_out.push(character);
                while characters.next_if(char::is_ascii_whitespace).is_some() {}
                if let Some(close) = characters.next_if(|next| matches!(next, '}' | ']')) {
                    laid_out.push(close);
                } else {
                    level += 1;
                    new_line(&mut laid_out, level);
                }
            }
            '}' | ']' => {
                level = level.saturating_sub(1);
                new_line(&mut laid_out, level);
                laid_out.push(character);
            }
            ',' => {
                laid_out.push(',');
                new_line(&mut laid_out, level);
            }
            ':' => laid_out.push_str(": "),
            _ if character.is_ascii_whitespace() => {}
            _ => laid_out.push(character),
        }
    }
    laid_out.push('\n');
    laid_out
}

fn new_line(text: &mut String, level: usize) {
    text.push('\n');
    text.extend(iter::repeat_n("  ", level));
}
