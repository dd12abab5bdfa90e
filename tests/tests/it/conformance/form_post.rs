//! The plans whose answers come as a form that the browser posts (`OAuth` 2.0 Form Post Response Mode).

pub(super) mod basic {
    //! `oidcc-formpost-basic-certification-test-plan`: the modules of the basic plan.

    use crate::it::conformance::basic;
    use crate::it::conformance::modules::Plan;

    /// The plan.
    pub(in crate::it::conformance) const PLAN: Plan =
        Plan { name: "oidcc-formpost-basic-certification-test-plan", form_post: true, ..basic::PLAN };

    basic::modules! { PLAN }
}

pub(super) mod hybrid {
    //! `oidcc-formpost-hybrid-certification-test-plan`: the modules of the hybrid plan.

    use crate::it::conformance::hybrid;
    use crate::it::conformance::modules::Plan;

    /// The plan.
    pub(in crate::it::conformance) const PLAN: Plan =
        Plan { name: "oidcc-formpost-hybrid-certification-test-plan", form_post: true, ..hybrid::PLAN };

    hybrid::modules! { PLAN }
}

pub(super) mod implicit {
    //! `oidcc-formpost-implicit-certification-test-plan`: the modules of the implicit plan.

    use crate::it::conformance::implicit;
    use crate::it::conformance::modules::Plan;

    /// The plan.
    pub(in crate::it::conformance) const PLAN: Plan =
        Plan { name: "oidcc-formpost-implicit-certification-test-plan", form_post: true, ..implicit::PLAN };

    implicit::modules! { PLAN }
}
