//! One place where requests are sent.
//!
//! progenitor writes the hooks before and after a request into every operation, three `await`s each. The SDK has them in one
//! function, which is less for the compiler to remember.

use quote::{ToTokens, quote};
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, File, Local, Pat, Stmt, parse_quote};

use crate::sdk_view::operations_by_id;

/// Puts a call of that function in their place. Fails when progenitor writes them in another way than this expects, for any of
/// the operations: what stands between them would be lost, or one would be sent past the hooks.
pub(crate) fn one_place(view: &Value, file: &mut File) -> Result<(), String> {
    let mut places = Places { many: 0, unknown: None };
    places.visit_file_mut(file);
    if let Some(unknown) = places.unknown {
        return Err(format!("an operation of the generated client is sent in an unknown way: {unknown}"));
    }
    let operations = operations_by_id(view).count();
    if places.many == operations {
        Ok(())
    } else {
        Err(format!("{} of {operations} operations of the generated client are sent between hooks", places.many))
    }
}

struct Places {
    many: usize,
    /// What was found where the statements of a request should be.
    unknown: Option<String>,
}

impl VisitMut for Places {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        let position = |name: &str| block.stmts.iter().position(|statement| binds(statement, name).is_some());
        // From `let info = OperationInfo { … };` to `let response = result?;`.
        let (Some(first), Some(last)) = (position("info"), position("response")) else { return };
        let Some(operation) = binds(&block.stmts[first], "info").and_then(operation_id) else { return };
        let found = block.stmts.get(first..=last).unwrap_or_default();
        let found = quote!(#(#found)*).to_string();
        if found != known(operation) {
            self.unknown = Some(found);
            return;
        }
        let sent = parse_quote!(let response = crate::exchange::exchange(client, request, #operation).await?;);
        block.stmts.splice(first..=last, [sent]);
        self.many += 1;
    }
}

/// The statements as progenitor writes them.
fn known(operation: &Expr) -> String {
    let statements: Block = parse_quote!({
        let info = OperationInfo { operation_id: #operation, };
        client.pre(&mut request, &info).await?;
        let result = client.exec(request, &info).await;
        client.post(&result, &info).await?;
        let response = result?;
    });
    statements.stmts.iter().map(ToTokens::to_token_stream).collect::<proc_macro2::TokenStream>().to_string()
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
