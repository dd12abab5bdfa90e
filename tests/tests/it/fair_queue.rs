//! Whose turn it is.

use std::sync::Arc;
use std::task::Poll;

use authplane::fair_queue::{FairQueue, Full, Turn};
use futures::future::LocalBoxFuture;
use proptest::prelude::*;

type Waiting = LocalBoxFuture<'static, Result<Turn, Full>>;

/// Enters the queue, in which there is no turn.
fn enter(queue: &Arc<FairQueue>, account: &str, address: &str) -> Waiting {
    let (queue, account, address) = (Arc::clone(queue), account.to_owned(), address.to_owned());
    let mut waiting: Waiting = Box::pin(async move { queue.turn(account, address).await });
    assert!(poll(&mut waiting).is_none());
    waiting
}

fn poll(waiting: &mut Waiting) -> Option<Result<Turn, Full>> {
    match futures::FutureExt::now_or_never(std::future::poll_fn(|context| Poll::Ready(waiting.as_mut().poll(context))))
    {
        Some(Poll::Ready(told)) => Some(told),
        _ => None,
    }
}

fn taken(queue: &Arc<FairQueue>, account: &str, address: &str) -> Result<Turn, Full> {
    futures::FutureExt::now_or_never(queue.turn(account, address)).expect("there is a turn, or no room")
}

/// The order in which they get the one turn.
fn order(mut first: Option<Turn>, mut waiting: Vec<(&'static str, Waiting)>) -> Vec<&'static str> {
    let mut order = Vec::new();
    while !waiting.is_empty() {
        drop(first.take());
        let next = waiting.iter_mut().enumerate().find_map(|(at, (_, waiting))| Some((at, poll(waiting)?.unwrap())));
        let (at, turn) = next.expect("one of them has the turn");
        assert!(waiting.iter_mut().enumerate().all(|(other, (_, waiting))| other == at || poll(waiting).is_none()));
        order.push(waiting.remove(at).0);
        first = Some(turn);
    }
    order
}

#[test]
fn accounts_come_in_turn_then_addresses_then_whoever_came_first() {
    let queue = Arc::new(FairQueue::new(1, 64));
    let first = taken(&queue, "nobody", "nowhere").unwrap();
    let waiting = vec![
        // A crowd of one account, from everywhere.
        ("a1", enter(&queue, "a", "one")),
        ("a2", enter(&queue, "a", "two")),
        ("a3", enter(&queue, "a", "three")),
        // A crowd of names at one address.
        ("b", enter(&queue, "b", "four")),
        ("c", enter(&queue, "c", "four")),
        ("d", enter(&queue, "d", "four")),
        // Two who are neither.
        ("e", enter(&queue, "e", "five")),
        ("f", enter(&queue, "f", "six")),
        ("b2", enter(&queue, "b", "seven")),
    ];
    assert_eq!((queue.waiting(), queue.at_work()), (9, 1));
    assert_eq!(order(Some(first), waiting), ["a1", "b", "e", "f", "c", "d", "a2", "b2", "a3"]);
    assert_eq!((queue.waiting(), queue.at_work()), (0, 0));
}

#[test]
fn who_asks_for_one_thing_after_the_other_stands_behind_nobody() {
    let queue = Arc::new(FairQueue::new(1, 64));
    let first = taken(&queue, "a", "one").unwrap();
    let crowd: Vec<_> = (0..20).map(|_| enter(&queue, "b", "two")).collect();
    let mut again = enter(&queue, "a", "one");
    drop(first);
    // The crowd's first; what was done counts no longer.
    assert!(poll(&mut again).is_none());
    drop(again);
    let mut again = enter(&queue, "a", "one");
    drop(crowd);
    drop(poll(&mut again).unwrap().unwrap());
    assert_eq!((queue.waiting(), queue.at_work()), (0, 0));
}

#[test]
fn a_full_queue_refuses_the_crowd_and_not_the_newcomer() {
    let queue = Arc::new(FairQueue::new(1, 3));
    let first = taken(&queue, "a", "one").unwrap();
    let mut crowd: Vec<_> = (0..3).map(|_| enter(&queue, "a", "one")).collect();
    assert_eq!(taken(&queue, "a", "two").unwrap_err(), Full);
    assert_eq!(taken(&queue, "a", "one").unwrap_err(), Full);
    let newcomer = enter(&queue, "b", "one");
    assert_eq!(queue.waiting(), 3);
    // Whoever stood last is told; those before stay.
    assert_eq!(poll(&mut crowd[2]).unwrap().unwrap_err(), Full);
    assert!(poll(&mut crowd[1]).is_none());
    let [one, two] = [crowd.remove(0), crowd.remove(0)];
    assert_eq!(order(Some(first), vec![("a1", one), ("a2", two), ("b", newcomer)]), ["b", "a1", "a2"]);
    let none = Arc::new(FairQueue::new(1, 0));
    let first = taken(&none, "a", "one").unwrap();
    assert_eq!(taken(&none, "b", "two").unwrap_err(), Full);
    drop(first);
    assert!(taken(&none, "b", "two").is_ok());
}

#[test]
fn who_goes_away_leaves_the_queue_and_passes_on_a_turn_that_they_never_took() {
    let queue = Arc::new(FairQueue::new(1, 8));
    let first = taken(&queue, "a", "one").unwrap();
    let (gone, told, mut last) = (enter(&queue, "b", "two"), enter(&queue, "c", "three"), enter(&queue, "d", "four"));
    drop(gone);
    assert_eq!(queue.waiting(), 2);
    drop(first);
    // It is the turn of one who doesn't look.
    assert_eq!((queue.waiting(), queue.at_work()), (1, 1));
    assert!(poll(&mut last).is_none());
    drop(told);
    drop(poll(&mut last).unwrap().unwrap());
    assert_eq!((queue.waiting(), queue.at_work()), (0, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_turn_is_lost_and_none_is_had_twice(
        at_once in 1_usize..4,
        capacity in 0_usize..6,
        steps in proptest::collection::vec((0_u8..4, 0_u8..3, 0_u8..3, any::<prop::sample::Index>()), 1..60),
    ) {
        let queue = Arc::new(FairQueue::new(at_once, capacity));
        let (mut waiting, mut turns): (Vec<Waiting>, Vec<Turn>) = (Vec::new(), Vec::new());
        for (step, account, address, which) in steps {
            match step {
                0 | 1 => {
                    let own = Arc::clone(&queue);
                    let mut new: Waiting = Box::pin(async move { own.turn(account, address).await });
                    match poll(&mut new) {
                        Some(Ok(turn)) => turns.push(turn),
                        Some(Err(Full)) => prop_assert_eq!(queue.waiting(), capacity),
                        None => waiting.push(new),
                    }
                }
                2 if !waiting.is_empty() => drop(waiting.remove(which.index(waiting.len()))),
                _ if !turns.is_empty() => drop(turns.remove(which.index(turns.len()))),
                _ => {}
            }
            if step != 2 {
                waiting.retain_mut(|waiting| match poll(waiting) {
                    Some(Ok(turn)) => {
                        turns.push(turn);
                        false
                    }
                    told => told.is_none(),
                });
                prop_assert_eq!(queue.at_work(), turns.len());
                prop_assert_eq!(queue.waiting(), waiting.len());
            }
            prop_assert!(queue.at_work() <= at_once && queue.waiting() <= capacity);
            // Nobody waits while there is a turn.
            prop_assert!(queue.waiting() == 0 || queue.at_work() == at_once);
        }
        drop((waiting, turns));
        prop_assert_eq!((queue.waiting(), queue.at_work()), (0, 0));
    }
}
