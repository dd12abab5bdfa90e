//! Rows of which several go into one statement.

/// Most in one. SQLite takes 32,766 values, and no table of ours has more than a few dozen columns.
const MOST: usize = 512;

/// The items in parts that are as long as a power of two: each text of a statement stays prepared on its connection, and so there are few of them.
pub(crate) fn parts<T>(items: &[T]) -> Vec<&[T]> {
    let mut parts = Vec::new();
    let mut rest = items;
    while !rest.is_empty() {
        let (part, others) = rest.split_at(1 << Ord::min(rest.len(), MOST).ilog2());
        parts.push(part);
        rest = others;
    }
    parts
}
