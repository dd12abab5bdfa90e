//! Texts with wildcards, and regular expressions, both in time linear in what they read.

use regex::{Regex, RegexBuilder};

use super::{Budget, Undecided};

/// A text in which `*` stands for any number of characters, also none. `\*` is a star and `\\` a backslash; a backslash before anything else is itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What stands between the stars: one more than there are stars.
    pieces: Vec<String>,
    length: usize,
}

/// Which part of a text a pattern must cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its beginning.
    Start,
    /// Its end.
    End,
    /// Any part.
    Any,
}

impl Pattern {
    /// Reads a pattern; every text is one.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut piece = String::new();
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '*' => pieces.push(std::mem::take(&mut piece)),
                '\\' => piece.push(characters.next_if(|next| matches!(next, '*' | '\\')).unwrap_or('\\')),
                _ => piece.push(character),
            }
        }
        pieces.push(piece);
        Self { pieces, length: text.len() }
    }

    /// Does it cover that part of the text?
    ///
    /// # Errors
    /// [`Undecided::Exhausted`] when the two are too long.
    pub fn covers(&self, part: Part, text: &str, budget: &Budget) -> Result<bool, Undecided> {
        budget.spend_bytes(self.length.saturating_add(text.len()))?;
        Ok(self.covers_part(part, text))
    }

    fn covers_part(&self, part: Part, text: &str) -> bool {
        let from_start = matches!(part, Part::Whole | Part::Start);
        let to_end = matches!(part, Part::Whole | Part::End);
        let (first, middle, last) = match self.pieces.as_slice() {
            [] => return false,
            [only] => {
                return match part {
                    Part::Whole => text == only,
                    Part::Start => text.starts_with(only),
                    Part::End => text.ends_with(only),
                    Part::Any => text.contains(only),
                };
            }
            [first, middle @ .., last] => (first, middle, last),
        };
        // Every piece as far to the left as it goes leaves the most for the next one.
        let after = |text: &str, piece: &str| text.find(piece).map(|start| start + piece.len());
        let mut rest = match (from_start, text.strip_prefix(first.as_str()), after(text, first)) {
            (true, Some(rest), _) => rest,
            (false, _, Some(end)) => &text[end..],
            _ => return false,
        };
        for piece in middle {
            match after(rest, piece) {
                Some(end) => rest = &rest[end..],
                None => return false,
            }
        }
        if to_end { rest.ends_with(last) } else { rest.contains(last) }
    }
}

/// A regular expression that must match a text as a whole: one that is meant for `admin` doesn't let `not-admin` in. In the syntax of Rust's `regex`, which has
/// neither back references nor anything else that takes more than linear time.
#[derive(Debug, Clone)]
pub struct WholeMatch(Regex);

/// Longest regular expression, in bytes.
const LONGEST_EXPRESSION: usize = 512;
/// Longest text that one is tried on, in bytes.
const LONGEST_TEXT: usize = 8 * 1024;
/// Size of a compiled one, in bytes: what bounds the work for each byte of a text.
const SIZE_LIMIT: usize = 256 * 1024;
/// What making one costs.
const COMPILATION: u64 = 20_000;
/// What a byte of a text costs.
const BYTE: u64 = 32;

impl WholeMatch {
    /// Reads an expression. `None` when it is none, or too large.
    #[must_use]
    pub fn new(expression: &str, budget: &Budget) -> Option<Self> {
        if expression.len() > LONGEST_EXPRESSION {
            return None;
        }
        budget.spend(COMPILATION).ok()?;
        // By itself first: `a)|(?:b` is none, but would become one in the parentheses below and undo their anchors.
        compile(expression)?;
        let anchored = compile(&format!(r"\A(?:{expression})\z"))?;
        Some(Self(anchored))
    }

    /// Does it match the whole text?
    ///
    /// # Errors
    /// [`Undecided`] when the text is too long.
    pub fn matches(&self, text: &str, budget: &Budget) -> Result<bool, Undecided> {
        if text.len() > LONGEST_TEXT {
            return Err(Undecided::Incomparable);
        }
        budget.spend(1 + BYTE * u64::try_from(text.len()).unwrap_or(u64::MAX / BYTE))?;
        Ok(self.0.is_match(text))
    }
}

fn compile(expression: &str) -> Option<Regex> {
    RegexBuilder::new(expression).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT).build().ok()
}
