//! One arm for all statuses that are answered with the same.
//!
//! progenitor writes an arm with an `await` of its own for each status; most operations have eight that read the same
//! error. Nothing else of the generated client costs the compiler as much.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, ExprMatch, File, Pat, parse_quote};

/// Joins the arms of every `match` over a status.
pub(crate) fn join(file: &mut File) {
    Joiner.visit_file_mut(file);
}

struct Joiner;

impl VisitMut for Joiner {
    fn visit_expr_match_mut(&mut self, expression: &mut ExprMatch) {
        visit_mut::visit_expr_match_mut(self, expression);
        let mut joined: Vec<Arm> = Vec::new();
        for arm in expression.arms.drain(..) {
            let same = joined.iter_mut().find(|known| is_status(&arm) && is_status(known) && is_same(known, &arm));
            match same {
                Some(known) => {
                    let (before, more) = (&known.pat, &arm.pat);
                    known.pat = parse_quote!(#before | #more);
                }
                None => joined.push(arm),
            }
        }
        expression.arms = joined;
    }
}

/// `404u16 => …`, or several of them.
fn is_status(arm: &Arm) -> bool {
    matches!(arm.pat, Pat::Lit(_) | Pat::Or(_))
}

fn is_same(one: &Arm, other: &Arm) -> bool {
    one.body.to_token_stream().to_string() == other.body.to_token_stream().to_string()
}
