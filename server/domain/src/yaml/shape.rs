//! What YAML may say and nobody means, and what the reader takes much room for: found while the events of its parser go by, none of which is kept.
//!
//! A merge whose value stands there itself is copied once for each level that it is merged into; nested, some megabytes become gigabytes. A collection
//! as a key is kept whole before it is refused. The budget counts neither. Merges of what has an anchor are within it: those are what documents have.

use granit_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::{AROUND, DEEPEST, LONGEST_KEY, Unreadable};

/// What is open where an event stands.
#[derive(Clone, Copy)]
enum Open {
    List,
    /// The list of what a merge merges.
    Merged,
    /// A mapping, of which a key comes next,
    Key,
    /// or a value,
    Value,
    /// or what is merged.
    Merge,
}

/// Refuses keys and merges that only somebody who means harm writes. Syntax is the reader's matter, but whatever it reads has been looked at.
pub(super) fn check(text: &str, most_parts: usize) -> Result<(), Unreadable> {
    // As the reader has them, so that neither reads on where the other stops.
    let options = granit_parser::options! {
        simple_key_max_lookahead: LONGEST_KEY,
        flow_nesting_limit: DEEPEST + AROUND,
        emit_comments: false,
    };
    let mut open: Vec<Open> = Vec::new();
    for (count, read) in Parser::with_options(StrInput::new(text), options).enumerate() {
        let (event, span) = read.map_err(Unreadable::of)?;
        if count > most_parts {
            return Err(refused(span, format_args!("made of more than {most_parts} parts")));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let merges = text == "<<" && (tag.is_some() || style == ScalarStyle::Plain);
                if merges && anchor != 0 {
                    // Its alias would merge as well.
                    return Err(refused(span, "a merge can't have an anchor"));
                }
                scalar(&mut open, merges);
            }
            Event::Alias(_) => scalar(&mut open, false),
            Event::SequenceStart(..) => begin(&mut open, true, span)?,
            Event::MappingStart(..) => begin(&mut open, false, span)?,
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
                ended(&mut open);
            }
            _ => {}
        }
    }
    Ok(())
}

/// A scalar or an alias. One that can't be merged takes no room until the reader refuses it.
fn scalar(open: &mut [Open], merges: bool) {
    match open.last_mut() {
        Some(place @ Open::Key) => *place = if merges { Open::Merge } else { Open::Value },
        _ => ended(open),
    }
}

fn begin(open: &mut Vec<Open>, is_list: bool, span: Span) -> Result<(), Unreadable> {
    let inner = match (open.last(), is_list) {
        (Some(Open::Key), _) => return Err(refused(span, "a key must be a text")),
        (Some(Open::Merge), true) => Open::Merged,
        (Some(Open::Merge | Open::Merged), _) => return Err(refused(span, "only aliases can be merged")),
        (_, true) => Open::List,
        (_, false) => Open::Key,
    };
    if open.len() == DEEPEST + AROUND {
        return Err(refused(span, format_args!("nests deeper than {DEEPEST} levels")));
    }
    open.push(inner);
    Ok(())
}

/// A node has ended: after a value comes a key.
fn ended(open: &mut [Open]) {
    if let Some(place @ (Open::Value | Open::Merge)) = open.last_mut() {
        *place = Open::Key;
    }
}

fn refused(span: Span, why: impl std::fmt::Display) -> Unreadable {
    let (line, column) = (span.start.line(), span.start.col() + 1);
    Unreadable::of(format_args!("{why} at line {line} column {column}"))
}
