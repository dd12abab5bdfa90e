//! One place where requests are sent.
//!
//! progenitor writes the hooks before and after a request into every operation, three `await`s each. The SDK has them in one
//! function, which is less for the compiler to remember.

use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, File, Local, Pat, Stmt, parse_quote};

/// Puts a call of that function in their place. Fails when progenitor writes them in another way than this expects.
pub(crate) fn one_place(file: &mut File) -> Result<(), String> {
    let mut places = Places { many: 0 };
    places.visit_file_mut(file);
    if places.many == 0 { Err("no operation of the generated client is sent between hooks".to_owned()) } else { Ok(()) }
}

struct Places {
    many: usize,
}

impl VisitMut for Places {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        let position = |name: &str| block.stmts.iter().position(|statement| binds(statement, name).is_some());
        // From `let info = OperationInfo { … };` to `let response = result?;`.
        let (Some(first), Some(last)) = (position("info"), position("response")) else { return };
        let Some(operation) = binds(&block.stmts[first], "info").and_then(operation_id) else { return };
        let sent = parse_quote!(let response = crate::exchange::exchange(client, request, #operation).await?;);
        block.stmts.splice(first..=last, [sent]);
        self.many += 1;
    }
}

/// What a statement binds to this name.
fn binds<'a>(statement: &'a Stmt, name: &str) -> Option<&'a Expr> {
    let Stmt::Local(Local { pat: Pat::Ident(bound), init: Some(init), .. }) = statement else { return None };
    (bound.ident == name).then_some(&*init.expr)
}

/// The id in `OperationInfo { operation_id: "…" }`.
fn operation_id(info: &Expr) -> Option<&Expr> {
    let Expr::Struct(info) = info else { return None };
    info.fields.first().map(|field| &field.expr)
}
