//! What is remembered while one call runs: the generated code between the request and its error keeps neither the answer
//! nor the reason why there was no token, and knows nothing of spans.

use std::cell::RefCell;
use std::time::Instant;

use progenitor_client::OperationInfo;
use reqwest::{Method, Request, Response};

use crate::answer::{self, Answer};
use crate::echoes;
use crate::error::{Error, Failure};
use crate::span::Span;
use crate::step::Step;

tokio::task_local! {
    /// The call that the present task makes.
    static CALL: RefCell<Call>;
}

#[derive(Default)]
struct Call {
    span: Span,
    /// How often a request of it was sent once more.
    repeated: u32,
    /// The request whose answer is no success.
    refused: Option<Request>,
    /// The last answer, with its body where it is no success.
    answer: Option<Answer>,
    /// Why there is no token for it.
    failure: Option<Failure>,
    /// When it has to be over, with all that it waits for.
    deadline: Option<Instant>,
}

/// Runs one operation of the generated client; its error knows all that [`Call`] remembers.
///
/// On the heap: an operation holds its whole request, and each layer around it would hold it once more.
pub(crate) fn operation<T, E>(
    exchange: impl Future<Output = Result<T, E>> + Send,
) -> impl Future<Output = Result<T, Error>> + Send
where
    T: Send,
    E: Send,
    Error: From<E>,
{
    let exchange = Box::pin(exchange);
    let span = Span::operation();
    let call = Call { span: span.clone(), ..Call::default() };
    let outcome = async {
        let outcome = exchange.await.map_err(Error::from);
        ends();
        outcome
    };
    CALL.scope(RefCell::new(call), span.around(outcome))
}

/// Runs one request of an authorization server.
pub(crate) async fn step<T>(step: Step, request: impl Future<Output = T>) -> T {
    let span = Span::step(step);
    let call = Call { span: span.clone(), ..Call::default() };
    let outcome = async {
        let outcome = request.await;
        ends();
        outcome
    };
    CALL.scope(RefCell::new(call), span.around(outcome)).await
}

/// Nothing more is sent.
fn ends() {
    in_call(|call| call.span.was_repeated(call.repeated));
}

/// The operation is about to be sent, and has to be over by then.
pub(crate) fn begins(operation: &OperationInfo, method: &Method, deadline: Option<Instant>) {
    in_call(|call| {
        call.span.begins(operation.operation_id, method);
        call.deadline = deadline;
    });
}

/// When the present call has to be over, if it has a time of its own.
pub(crate) fn deadline() -> Option<Instant> {
    CALL.try_with(|call| call.borrow().deadline).ok().flatten()
}

/// The request is sent once more.
pub(crate) fn repeats() {
    in_call(|call| call.repeated += 1);
}

/// There is no token for the call.
pub(crate) fn fails(failure: Failure) {
    in_call(|call| call.failure = Some(failure));
}

/// The request is answered by what is no success.
pub(crate) fn is_refused(request: Option<Request>) {
    in_call(|call| call.refused = request);
}

/// Remembers the answer. The body of a success is for whoever asked, who may want to read it piece by piece. That of any other
/// is read as it came, and can be read without the credentials that it repeats.
pub(crate) async fn is_answered(response: Response) -> Response {
    let (answer, response) = if response.status().is_success() {
        (Answer::head(&response), response)
    } else {
        let (answer, response) = answer::read(response).await;
        let refused = CALL.try_with(|call| call.borrow_mut().refused.take()).ok().flatten();
        let said = refused.and_then(|refused| echoes::without_credentials(&refused, answer.body()));
        let response = match said {
            Some(said) => answer::again(&answer, response, said.into()),
            None => response,
        };
        (answer, response)
    };
    in_call(|call| {
        call.span.ends(&answer);
        call.answer = Some(answer);
    });
    response
}

/// The answer to the present call.
pub(crate) fn answer() -> Option<Answer> {
    CALL.try_with(|call| call.borrow_mut().answer.take()).ok().flatten()
}

/// Why there is no token for the present call.
pub(crate) fn failure() -> Option<Failure> {
    CALL.try_with(|call| call.borrow_mut().failure.take()).ok().flatten()
}

/// Nothing is remembered of what no call was made for.
fn in_call(remember: impl FnOnce(&mut Call)) {
    // The only error is that there is no call.
    let _ = CALL.try_with(|call| remember(&mut call.borrow_mut()));
}
