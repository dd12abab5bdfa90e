//! A typed mock of the server for users' own tests: [`MockServerExt`] adds one method per operation to
//! httpmock's `MockServer`.

// Generated from openapi/authplane.json by `cargo xtask generate`. Do not edit: change the server, then run it again.
#![cfg_attr(rustfmt, rustfmt_skip)]

/// [`When`](::httpmock::When) and [`Then`](::httpmock::Then) of each operation. Each has `into_inner()`, for what the
/// document doesn't permit.
pub mod operations {
    #[cfg(feature = "acp")]
    mod actions;
    #[cfg(feature = "acp")]
    pub use actions::*;
    #[cfg(feature = "local-user-store")]
    mod api_clients;
    #[cfg(feature = "local-user-store")]
    pub use api_clients::*;
    #[cfg(feature = "acp")]
    mod apis;
    #[cfg(feature = "acp")]
    pub use apis::*;
    #[cfg(feature = "logto")]
    mod applications;
    #[cfg(feature = "logto")]
    pub use applications::*;
    #[cfg(feature = "acp")]
    mod audit_events;
    #[cfg(feature = "acp")]
    pub use audit_events::*;
    #[cfg(feature = "acp")]
    mod claims;
    #[cfg(feature = "acp")]
    pub use claims::*;
    #[cfg(feature = "acp")]
    mod clients;
    #[cfg(feature = "acp")]
    pub use clients::*;
    #[cfg(feature = "acp")]
    mod configuration;
    #[cfg(feature = "acp")]
    pub use configuration::*;
    #[cfg(feature = "acp")]
    mod consents;
    #[cfg(feature = "acp")]
    pub use consents::*;
    #[cfg(feature = "acp")]
    mod developer;
    #[cfg(feature = "acp")]
    pub use developer::*;
    mod discovery;
    pub use discovery::*;
    #[cfg(feature = "acp")]
    mod gateways;
    #[cfg(feature = "acp")]
    pub use gateways::*;
    #[cfg(feature = "acp")]
    mod logins;
    #[cfg(feature = "acp")]
    pub use logins::*;
    mod oauth;
    pub use oauth::*;
    #[cfg(feature = "acp")]
    mod policies;
    #[cfg(feature = "acp")]
    pub use policies::*;
    #[cfg(feature = "acp")]
    mod probes;
    #[cfg(feature = "acp")]
    pub use probes::*;
    #[cfg(feature = "logto")]
    mod resources;
    #[cfg(feature = "logto")]
    pub use resources::*;
    #[cfg(feature = "logto")]
    mod roles;
    #[cfg(feature = "logto")]
    pub use roles::*;
    #[cfg(feature = "acp")]
    mod scopes;
    #[cfg(feature = "acp")]
    pub use scopes::*;
    #[cfg(feature = "acp")]
    mod servers;
    #[cfg(feature = "acp")]
    pub use servers::*;
    #[cfg(feature = "acp")]
    mod services;
    #[cfg(feature = "acp")]
    pub use services::*;
    #[cfg(feature = "acp")]
    mod tenants;
    #[cfg(feature = "acp")]
    pub use tenants::*;
    #[cfg(feature = "logto")]
    mod users;
    #[cfg(feature = "logto")]
    pub use users::*;
}

/// An extension trait for [`MockServer`](::httpmock::MockServer) that
/// adds a method for each operation. These are the equivalent of
/// type-checked [`mock()`](::httpmock::MockServer::mock) calls.
pub trait MockServerExt {
    #[cfg(feature = "acp")]
    fn get_authzen_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthzenConfigurationWhen,
            operations::GetAuthzenConfigurationThen,
        );
    fn get_authorization_server_metadata<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthorizationServerMetadataWhen,
            operations::GetAuthorizationServerMetadataThen,
        );
    fn get_protected_resource_metadata<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetProtectedResourceMetadataWhen,
            operations::GetProtectedResourceMetadataThen,
        );
    fn get_ledger_jwks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetLedgerJwksWhen, operations::GetLedgerJwksThen);
    #[cfg(feature = "acp")]
    fn alive<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::AliveWhen, operations::AliveThen);
    #[cfg(feature = "acp")]
    fn list_consent_actions<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListConsentActionsWhen,
            operations::ListConsentActionsThen,
        );
    #[cfg(feature = "acp")]
    fn create_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateConsentActionWhen,
            operations::CreateConsentActionThen,
        );
    #[cfg(feature = "acp")]
    fn get_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetConsentActionWhen, operations::GetConsentActionThen);
    #[cfg(feature = "acp")]
    fn update_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateConsentActionWhen,
            operations::UpdateConsentActionThen,
        );
    #[cfg(feature = "acp")]
    fn delete_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteConsentActionWhen,
            operations::DeleteConsentActionThen,
        );
    #[cfg(feature = "acp")]
    fn create_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateApiWhen, operations::CreateApiThen);
    #[cfg(feature = "acp")]
    fn get_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetApiWhen, operations::GetApiThen);
    #[cfg(feature = "acp")]
    fn update_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateApiWhen, operations::UpdateApiThen);
    #[cfg(feature = "acp")]
    fn delete_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteApiWhen, operations::DeleteApiThen);
    #[cfg(feature = "acp")]
    fn list_audit_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListAuditEventsWhen, operations::ListAuditEventsThen);
    #[cfg(feature = "acp")]
    fn create_claim<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateClaimWhen, operations::CreateClaimThen);
    #[cfg(feature = "acp")]
    fn update_claim<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateClaimWhen, operations::UpdateClaimThen);
    #[cfg(feature = "acp")]
    fn delete_claim<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteClaimWhen, operations::DeleteClaimThen);
    #[cfg(feature = "acp")]
    fn create_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateClientWhen, operations::CreateClientThen);
    #[cfg(feature = "acp")]
    fn get_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetClientWhen, operations::GetClientThen);
    #[cfg(feature = "acp")]
    fn update_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateClientWhen, operations::UpdateClientThen);
    #[cfg(feature = "acp")]
    fn delete_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteClientWhen, operations::DeleteClientThen);
    #[cfg(feature = "acp")]
    fn revoke_rotated_client_secrets<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RevokeRotatedClientSecretsWhen,
            operations::RevokeRotatedClientSecretsThen,
        );
    #[cfg(feature = "acp")]
    fn rotate_client_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RotateClientSecretWhen,
            operations::RotateClientSecretThen,
        );
    #[cfg(feature = "acp")]
    fn list_consents<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListConsentsWhen, operations::ListConsentsThen);
    #[cfg(feature = "acp")]
    fn create_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateConsentWhen, operations::CreateConsentThen);
    #[cfg(feature = "acp")]
    fn get_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetConsentWhen, operations::GetConsentThen);
    #[cfg(feature = "acp")]
    fn update_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateConsentWhen, operations::UpdateConsentThen);
    #[cfg(feature = "acp")]
    fn delete_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteConsentWhen, operations::DeleteConsentThen);
    #[cfg(feature = "acp")]
    fn get_environment<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetEnvironmentWhen, operations::GetEnvironmentThen);
    #[cfg(feature = "acp")]
    fn list_privacy_ledger_events_by_subject<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListPrivacyLedgerEventsBySubjectWhen,
            operations::ListPrivacyLedgerEventsBySubjectThen,
        );
    #[cfg(feature = "acp")]
    fn create_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateGatewayWhen, operations::CreateGatewayThen);
    #[cfg(feature = "acp")]
    fn get_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetGatewayWhen, operations::GetGatewayThen);
    #[cfg(feature = "acp")]
    fn update_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateGatewayWhen, operations::UpdateGatewayThen);
    #[cfg(feature = "acp")]
    fn delete_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteGatewayWhen, operations::DeleteGatewayThen);
    #[cfg(feature = "acp")]
    fn get_gateway_package<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetGatewayPackageWhen, operations::GetGatewayPackageThen);
    #[cfg(feature = "acp")]
    fn list_policies<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListPoliciesWhen, operations::ListPoliciesThen);
    #[cfg(feature = "acp")]
    fn create_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreatePolicyWhen, operations::CreatePolicyThen);
    #[cfg(feature = "acp")]
    fn test_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TestPolicyWhen, operations::TestPolicyThen);
    #[cfg(feature = "acp")]
    fn get_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetPolicyWhen, operations::GetPolicyThen);
    #[cfg(feature = "acp")]
    fn update_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdatePolicyWhen, operations::UpdatePolicyThen);
    #[cfg(feature = "acp")]
    fn delete_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeletePolicyWhen, operations::DeletePolicyThen);
    #[cfg(feature = "acp")]
    fn create_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateScopeWhen, operations::CreateScopeThen);
    #[cfg(feature = "acp")]
    fn get_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetScopeWhen, operations::GetScopeThen);
    #[cfg(feature = "acp")]
    fn update_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateScopeWhen, operations::UpdateScopeThen);
    #[cfg(feature = "acp")]
    fn delete_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteScopeWhen, operations::DeleteScopeThen);
    #[cfg(feature = "acp")]
    fn list_authorization_servers<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListAuthorizationServersWhen,
            operations::ListAuthorizationServersThen,
        );
    #[cfg(feature = "acp")]
    fn create_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateAuthorizationServerWhen,
            operations::CreateAuthorizationServerThen,
        );
    #[cfg(feature = "acp")]
    fn get_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthorizationServerWhen,
            operations::GetAuthorizationServerThen,
        );
    #[cfg(feature = "acp")]
    fn update_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateAuthorizationServerWhen,
            operations::UpdateAuthorizationServerThen,
        );
    #[cfg(feature = "acp")]
    fn delete_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteAuthorizationServerWhen,
            operations::DeleteAuthorizationServerThen,
        );
    #[cfg(feature = "acp")]
    fn list_apis_by_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApisByServerWhen, operations::ListApisByServerThen);
    #[cfg(feature = "acp")]
    fn update_authentications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateAuthenticationsWhen,
            operations::UpdateAuthenticationsThen,
        );
    #[cfg(feature = "acp")]
    fn list_claims<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListClaimsWhen, operations::ListClaimsThen);
    #[cfg(feature = "acp")]
    fn list_clients<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListClientsWhen, operations::ListClientsThen);
    #[cfg(feature = "acp")]
    fn list_dashboards<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListDashboardsWhen, operations::ListDashboardsThen);
    #[cfg(feature = "acp")]
    fn list_gateways<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListGatewaysWhen, operations::ListGatewaysThen);
    #[cfg(feature = "acp")]
    fn list_scopes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListScopesWhen, operations::ListScopesThen);
    #[cfg(feature = "acp")]
    fn list_services<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListServicesWhen, operations::ListServicesThen);
    #[cfg(feature = "acp")]
    fn end_sessions<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EndSessionsWhen, operations::EndSessionsThen);
    #[cfg(feature = "acp")]
    fn create_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateServiceWhen, operations::CreateServiceThen);
    #[cfg(feature = "acp")]
    fn get_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetServiceWhen, operations::GetServiceThen);
    #[cfg(feature = "acp")]
    fn update_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateServiceWhen, operations::UpdateServiceThen);
    #[cfg(feature = "acp")]
    fn delete_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteServiceWhen, operations::DeleteServiceThen);
    #[cfg(feature = "acp")]
    fn list_apis_by_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApisByServiceWhen, operations::ListApisByServiceThen);
    #[cfg(feature = "acp")]
    fn remove_specification<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RemoveSpecificationWhen,
            operations::RemoveSpecificationThen,
        );
    #[cfg(feature = "acp")]
    fn import_specification_from_file<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportSpecificationFromFileWhen,
            operations::ImportSpecificationFromFileThen,
        );
    #[cfg(feature = "acp")]
    fn import_specification_from_text<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportSpecificationFromTextWhen,
            operations::ImportSpecificationFromTextThen,
        );
    #[cfg(feature = "acp")]
    fn import_specification_from_url<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportSpecificationFromUrlWhen,
            operations::ImportSpecificationFromUrlThen,
        );
    #[cfg(feature = "acp")]
    fn get_admin_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetAdminTenantWhen, operations::GetAdminTenantThen);
    #[cfg(feature = "acp")]
    fn update_admin_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateAdminTenantWhen, operations::UpdateAdminTenantThen);
    #[cfg(feature = "logto")]
    fn list_applications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApplicationsWhen, operations::ListApplicationsThen);
    #[cfg(feature = "logto")]
    fn create_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateApplicationWhen, operations::CreateApplicationThen);
    #[cfg(feature = "logto")]
    fn update_application_custom_data<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateApplicationCustomDataWhen,
            operations::UpdateApplicationCustomDataThen,
        );
    #[cfg(feature = "logto")]
    fn list_application_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListApplicationRolesWhen,
            operations::ListApplicationRolesThen,
        );
    #[cfg(feature = "logto")]
    fn replace_application_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ReplaceApplicationRolesWhen,
            operations::ReplaceApplicationRolesThen,
        );
    #[cfg(feature = "logto")]
    fn assign_application_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AssignApplicationRolesWhen,
            operations::AssignApplicationRolesThen,
        );
    #[cfg(feature = "logto")]
    fn delete_application_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteApplicationRoleWhen,
            operations::DeleteApplicationRoleThen,
        );
    #[cfg(feature = "logto")]
    fn get_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetApplicationWhen, operations::GetApplicationThen);
    #[cfg(feature = "logto")]
    fn delete_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteApplicationWhen, operations::DeleteApplicationThen);
    #[cfg(feature = "logto")]
    fn update_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateApplicationWhen, operations::UpdateApplicationThen);
    #[cfg(feature = "logto")]
    fn delete_application_legacy_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteApplicationLegacySecretWhen,
            operations::DeleteApplicationLegacySecretThen,
        );
    #[cfg(feature = "logto")]
    fn list_application_secrets<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListApplicationSecretsWhen,
            operations::ListApplicationSecretsThen,
        );
    #[cfg(feature = "logto")]
    fn create_application_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateApplicationSecretWhen,
            operations::CreateApplicationSecretThen,
        );
    #[cfg(feature = "logto")]
    fn delete_application_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteApplicationSecretWhen,
            operations::DeleteApplicationSecretThen,
        );
    #[cfg(feature = "logto")]
    fn update_application_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateApplicationSecretWhen,
            operations::UpdateApplicationSecretThen,
        );
    #[cfg(feature = "acp")]
    fn list_clients_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListClientsForDeveloperWhen,
            operations::ListClientsForDeveloperThen,
        );
    #[cfg(feature = "acp")]
    fn create_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateClientForDeveloperWhen,
            operations::CreateClientForDeveloperThen,
        );
    #[cfg(feature = "acp")]
    fn get_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetClientForDeveloperWhen,
            operations::GetClientForDeveloperThen,
        );
    #[cfg(feature = "acp")]
    fn update_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateClientForDeveloperWhen,
            operations::UpdateClientForDeveloperThen,
        );
    #[cfg(feature = "acp")]
    fn delete_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteClientForDeveloperWhen,
            operations::DeleteClientForDeveloperThen,
        );
    #[cfg(feature = "acp")]
    fn list_servers_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListServersForDeveloperWhen,
            operations::ListServersForDeveloperThen,
        );
    #[cfg(feature = "acp")]
    fn get_server_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetServerForDeveloperWhen,
            operations::GetServerForDeveloperThen,
        );
    #[cfg(feature = "logto")]
    fn list_resources<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListResourcesWhen, operations::ListResourcesThen);
    #[cfg(feature = "logto")]
    fn create_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateResourceWhen, operations::CreateResourceThen);
    #[cfg(feature = "logto")]
    fn get_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetResourceWhen, operations::GetResourceThen);
    #[cfg(feature = "logto")]
    fn delete_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteResourceWhen, operations::DeleteResourceThen);
    #[cfg(feature = "logto")]
    fn update_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateResourceWhen, operations::UpdateResourceThen);
    #[cfg(feature = "logto")]
    fn update_resource_is_default<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateResourceIsDefaultWhen,
            operations::UpdateResourceIsDefaultThen,
        );
    #[cfg(feature = "logto")]
    fn list_resource_scopes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListResourceScopesWhen,
            operations::ListResourceScopesThen,
        );
    #[cfg(feature = "logto")]
    fn create_resource_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateResourceScopeWhen,
            operations::CreateResourceScopeThen,
        );
    #[cfg(feature = "logto")]
    fn delete_resource_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteResourceScopeWhen,
            operations::DeleteResourceScopeThen,
        );
    #[cfg(feature = "logto")]
    fn update_resource_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateResourceScopeWhen,
            operations::UpdateResourceScopeThen,
        );
    #[cfg(feature = "logto")]
    fn list_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListRolesWhen, operations::ListRolesThen);
    #[cfg(feature = "logto")]
    fn create_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateRoleWhen, operations::CreateRoleThen);
    #[cfg(feature = "logto")]
    fn get_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetRoleWhen, operations::GetRoleThen);
    #[cfg(feature = "logto")]
    fn delete_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteRoleWhen, operations::DeleteRoleThen);
    #[cfg(feature = "logto")]
    fn update_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateRoleWhen, operations::UpdateRoleThen);
    #[cfg(feature = "logto")]
    fn list_role_applications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListRoleApplicationsWhen,
            operations::ListRoleApplicationsThen,
        );
    #[cfg(feature = "logto")]
    fn create_role_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateRoleApplicationWhen,
            operations::CreateRoleApplicationThen,
        );
    #[cfg(feature = "logto")]
    fn delete_role_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteRoleApplicationWhen,
            operations::DeleteRoleApplicationThen,
        );
    #[cfg(feature = "logto")]
    fn list_role_scopes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListRoleScopesWhen, operations::ListRoleScopesThen);
    #[cfg(feature = "logto")]
    fn create_role_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateRoleScopeWhen, operations::CreateRoleScopeThen);
    #[cfg(feature = "logto")]
    fn delete_role_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteRoleScopeWhen, operations::DeleteRoleScopeThen);
    #[cfg(feature = "acp")]
    fn export_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ExportConfigurationWhen,
            operations::ExportConfigurationThen,
        );
    #[cfg(feature = "acp")]
    fn import_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportConfigurationWhen,
            operations::ImportConfigurationThen,
        );
    #[cfg(feature = "acp")]
    fn apply_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ApplyConfigurationWhen,
            operations::ApplyConfigurationThen,
        );
    #[cfg(feature = "acp")]
    fn list_tenants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListTenantsWhen, operations::ListTenantsThen);
    #[cfg(feature = "acp")]
    fn create_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateTenantWhen, operations::CreateTenantThen);
    #[cfg(feature = "acp")]
    fn get_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTenantWhen, operations::GetTenantThen);
    #[cfg(feature = "acp")]
    fn update_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateTenantWhen, operations::UpdateTenantThen);
    #[cfg(feature = "acp")]
    fn delete_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteTenantWhen, operations::DeleteTenantThen);
    #[cfg(feature = "acp")]
    fn list_user_consents_system<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListUserConsentsSystemWhen,
            operations::ListUserConsentsSystemThen,
        );
    #[cfg(feature = "acp")]
    fn patch_consent_grants_system<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::PatchConsentGrantsSystemWhen,
            operations::PatchConsentGrantsSystemThen,
        );
    #[cfg(feature = "acp")]
    fn list_user_consents_by_action_system<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListUserConsentsByActionSystemWhen,
            operations::ListUserConsentsByActionSystemThen,
        );
    #[cfg(feature = "acp")]
    fn get_gateway_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetGatewayConfigurationWhen,
            operations::GetGatewayConfigurationThen,
        );
    #[cfg(feature = "acp")]
    fn gateway_introspect<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GatewayIntrospectWhen, operations::GatewayIntrospectThen);
    #[cfg(feature = "acp")]
    fn get_login_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetLoginRequestWhen, operations::GetLoginRequestThen);
    #[cfg(feature = "acp")]
    fn accept_login_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AcceptLoginRequestWhen,
            operations::AcceptLoginRequestThen,
        );
    #[cfg(feature = "acp")]
    fn reject_login_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RejectLoginRequestWhen,
            operations::RejectLoginRequestThen,
        );
    #[cfg(feature = "acp")]
    fn get_scope_grant_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetScopeGrantRequestWhen,
            operations::GetScopeGrantRequestThen,
        );
    #[cfg(feature = "acp")]
    fn accept_scope_grant_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AcceptScopeGrantRequestWhen,
            operations::AcceptScopeGrantRequestThen,
        );
    #[cfg(feature = "acp")]
    fn reject_scope_grant_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RejectScopeGrantRequestWhen,
            operations::RejectScopeGrantRequestThen,
        );
    #[cfg(feature = "logto")]
    fn list_users<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListUsersWhen, operations::ListUsersThen);
    #[cfg(feature = "logto")]
    fn create_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateUserWhen, operations::CreateUserThen);
    #[cfg(feature = "logto")]
    fn get_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetUserWhen, operations::GetUserThen);
    #[cfg(feature = "logto")]
    fn delete_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteUserWhen, operations::DeleteUserThen);
    #[cfg(feature = "logto")]
    fn update_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateUserWhen, operations::UpdateUserThen);
    #[cfg(feature = "logto")]
    fn get_user_custom_data<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetUserCustomDataWhen, operations::GetUserCustomDataThen);
    #[cfg(feature = "logto")]
    fn update_user_custom_data<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateUserCustomDataWhen,
            operations::UpdateUserCustomDataThen,
        );
    #[cfg(feature = "logto")]
    fn get_user_has_password<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetUserHasPasswordWhen,
            operations::GetUserHasPasswordThen,
        );
    #[cfg(feature = "logto")]
    fn update_user_is_suspended<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateUserIsSuspendedWhen,
            operations::UpdateUserIsSuspendedThen,
        );
    #[cfg(feature = "logto")]
    fn update_user_password<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateUserPasswordWhen,
            operations::UpdateUserPasswordThen,
        );
    #[cfg(feature = "logto")]
    fn verify_user_password<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::VerifyUserPasswordWhen,
            operations::VerifyUserPasswordThen,
        );
    #[cfg(feature = "logto")]
    fn update_user_profile<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateUserProfileWhen, operations::UpdateUserProfileThen);
    fn local_user_store_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::LocalUserStoreTokenWhen,
            operations::LocalUserStoreTokenThen,
        );
    #[cfg(feature = "local-user-store")]
    fn list_api_clients<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApiClientsWhen, operations::ListApiClientsThen);
    #[cfg(feature = "local-user-store")]
    fn create_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateApiClientWhen, operations::CreateApiClientThen);
    #[cfg(feature = "local-user-store")]
    fn search_api_clients<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::SearchApiClientsWhen, operations::SearchApiClientsThen);
    #[cfg(feature = "local-user-store")]
    fn get_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetApiClientWhen, operations::GetApiClientThen);
    #[cfg(feature = "local-user-store")]
    fn update_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateApiClientWhen, operations::UpdateApiClientThen);
    #[cfg(feature = "local-user-store")]
    fn delete_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteApiClientWhen, operations::DeleteApiClientThen);
    fn logto_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::LogtoTokenWhen, operations::LogtoTokenThen);
    #[cfg(feature = "acp")]
    fn authorize_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::AuthorizeRequestWhen, operations::AuthorizeRequestThen);
    #[cfg(feature = "acp")]
    fn forward_auth<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ForwardAuthWhen, operations::ForwardAuthThen);
    #[cfg(feature = "acp")]
    fn evaluate_access<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EvaluateAccessWhen, operations::EvaluateAccessThen);
    #[cfg(feature = "acp")]
    fn evaluate_accesses<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EvaluateAccessesWhen, operations::EvaluateAccessesThen);
    fn get_jwks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetJwksWhen, operations::GetJwksThen);
    fn get_authorization_server_metadata_below_issuer<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthorizationServerMetadataBelowIssuerWhen,
            operations::GetAuthorizationServerMetadataBelowIssuerThen,
        );
    fn get_openid_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetOpenidConfigurationWhen,
            operations::GetOpenidConfigurationThen,
        );
    fn list_clients_with_access<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListClientsWithAccessWhen,
            operations::ListClientsWithAccessThen,
        );
    fn revoke_client_access<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RevokeClientAccessWhen,
            operations::RevokeClientAccessThen,
        );
    fn device_authorization<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeviceAuthorizationWhen,
            operations::DeviceAuthorizationThen,
        );
    fn introspect<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::IntrospectWhen, operations::IntrospectThen);
    fn dynamic_client_registration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationWhen,
            operations::DynamicClientRegistrationThen,
        );
    fn dynamic_client_registration_get_client<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationGetClientWhen,
            operations::DynamicClientRegistrationGetClientThen,
        );
    fn dynamic_client_registration_update_client<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationUpdateClientWhen,
            operations::DynamicClientRegistrationUpdateClientThen,
        );
    fn dynamic_client_registration_delete_client<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationDeleteClientWhen,
            operations::DynamicClientRegistrationDeleteClientThen,
        );
    fn revoke<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RevokeWhen, operations::RevokeThen);
    fn token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TokenWhen, operations::TokenThen);
    #[cfg(feature = "acp")]
    fn list_user_consents<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListUserConsentsWhen, operations::ListUserConsentsThen);
    #[cfg(feature = "acp")]
    fn patch_consent_grants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::PatchConsentGrantsWhen,
            operations::PatchConsentGrantsThen,
        );
    #[cfg(feature = "acp")]
    fn grant_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GrantConsentWhen, operations::GrantConsentThen);
    #[cfg(feature = "acp")]
    fn revoke_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RevokeConsentWhen, operations::RevokeConsentThen);
    #[cfg(feature = "acp")]
    fn list_user_consents_by_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListUserConsentsByActionWhen,
            operations::ListUserConsentsByActionThen,
        );
    #[cfg(feature = "acp")]
    fn list_privacy_ledger_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListPrivacyLedgerEventsWhen,
            operations::ListPrivacyLedgerEventsThen,
        );
    fn userinfo<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UserinfoWhen, operations::UserinfoThen);
    fn userinfo_by_post<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UserinfoByPostWhen, operations::UserinfoByPostThen);
}
impl MockServerExt for ::httpmock::MockServer {
    #[cfg(feature = "acp")]
    fn get_authzen_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthzenConfigurationWhen,
            operations::GetAuthzenConfigurationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetAuthzenConfigurationWhen::new(when),
                operations::GetAuthzenConfigurationThen::new(then),
            )
        })
    }
    fn get_authorization_server_metadata<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthorizationServerMetadataWhen,
            operations::GetAuthorizationServerMetadataThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetAuthorizationServerMetadataWhen::new(when),
                operations::GetAuthorizationServerMetadataThen::new(then),
            )
        })
    }
    fn get_protected_resource_metadata<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetProtectedResourceMetadataWhen,
            operations::GetProtectedResourceMetadataThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetProtectedResourceMetadataWhen::new(when),
                operations::GetProtectedResourceMetadataThen::new(then),
            )
        })
    }
    fn get_ledger_jwks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetLedgerJwksWhen, operations::GetLedgerJwksThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetLedgerJwksWhen::new(when),
                operations::GetLedgerJwksThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn alive<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::AliveWhen, operations::AliveThen),
    {
        self.mock(|when, then| {
            config_fn(operations::AliveWhen::new(when), operations::AliveThen::new(then))
        })
    }
    #[cfg(feature = "acp")]
    fn list_consent_actions<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListConsentActionsWhen,
            operations::ListConsentActionsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListConsentActionsWhen::new(when),
                operations::ListConsentActionsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateConsentActionWhen,
            operations::CreateConsentActionThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateConsentActionWhen::new(when),
                operations::CreateConsentActionThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetConsentActionWhen, operations::GetConsentActionThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetConsentActionWhen::new(when),
                operations::GetConsentActionThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateConsentActionWhen,
            operations::UpdateConsentActionThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateConsentActionWhen::new(when),
                operations::UpdateConsentActionThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_consent_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteConsentActionWhen,
            operations::DeleteConsentActionThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteConsentActionWhen::new(when),
                operations::DeleteConsentActionThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateApiWhen, operations::CreateApiThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateApiWhen::new(when),
                operations::CreateApiThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetApiWhen, operations::GetApiThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetApiWhen::new(when),
                operations::GetApiThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateApiWhen, operations::UpdateApiThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateApiWhen::new(when),
                operations::UpdateApiThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_api<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteApiWhen, operations::DeleteApiThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteApiWhen::new(when),
                operations::DeleteApiThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_audit_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListAuditEventsWhen, operations::ListAuditEventsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListAuditEventsWhen::new(when),
                operations::ListAuditEventsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_claim<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateClaimWhen, operations::CreateClaimThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateClaimWhen::new(when),
                operations::CreateClaimThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_claim<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateClaimWhen, operations::UpdateClaimThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateClaimWhen::new(when),
                operations::UpdateClaimThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_claim<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteClaimWhen, operations::DeleteClaimThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteClaimWhen::new(when),
                operations::DeleteClaimThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateClientWhen, operations::CreateClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateClientWhen::new(when),
                operations::CreateClientThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetClientWhen, operations::GetClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetClientWhen::new(when),
                operations::GetClientThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateClientWhen, operations::UpdateClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateClientWhen::new(when),
                operations::UpdateClientThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteClientWhen, operations::DeleteClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteClientWhen::new(when),
                operations::DeleteClientThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn revoke_rotated_client_secrets<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RevokeRotatedClientSecretsWhen,
            operations::RevokeRotatedClientSecretsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RevokeRotatedClientSecretsWhen::new(when),
                operations::RevokeRotatedClientSecretsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn rotate_client_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RotateClientSecretWhen,
            operations::RotateClientSecretThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RotateClientSecretWhen::new(when),
                operations::RotateClientSecretThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_consents<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListConsentsWhen, operations::ListConsentsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListConsentsWhen::new(when),
                operations::ListConsentsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateConsentWhen, operations::CreateConsentThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateConsentWhen::new(when),
                operations::CreateConsentThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetConsentWhen, operations::GetConsentThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetConsentWhen::new(when),
                operations::GetConsentThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateConsentWhen, operations::UpdateConsentThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateConsentWhen::new(when),
                operations::UpdateConsentThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteConsentWhen, operations::DeleteConsentThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteConsentWhen::new(when),
                operations::DeleteConsentThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_environment<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetEnvironmentWhen, operations::GetEnvironmentThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetEnvironmentWhen::new(when),
                operations::GetEnvironmentThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_privacy_ledger_events_by_subject<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListPrivacyLedgerEventsBySubjectWhen,
            operations::ListPrivacyLedgerEventsBySubjectThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListPrivacyLedgerEventsBySubjectWhen::new(when),
                operations::ListPrivacyLedgerEventsBySubjectThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateGatewayWhen, operations::CreateGatewayThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateGatewayWhen::new(when),
                operations::CreateGatewayThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetGatewayWhen, operations::GetGatewayThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetGatewayWhen::new(when),
                operations::GetGatewayThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateGatewayWhen, operations::UpdateGatewayThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateGatewayWhen::new(when),
                operations::UpdateGatewayThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_gateway<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteGatewayWhen, operations::DeleteGatewayThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteGatewayWhen::new(when),
                operations::DeleteGatewayThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_gateway_package<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetGatewayPackageWhen, operations::GetGatewayPackageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetGatewayPackageWhen::new(when),
                operations::GetGatewayPackageThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_policies<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListPoliciesWhen, operations::ListPoliciesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListPoliciesWhen::new(when),
                operations::ListPoliciesThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreatePolicyWhen, operations::CreatePolicyThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreatePolicyWhen::new(when),
                operations::CreatePolicyThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn test_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TestPolicyWhen, operations::TestPolicyThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::TestPolicyWhen::new(when),
                operations::TestPolicyThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetPolicyWhen, operations::GetPolicyThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetPolicyWhen::new(when),
                operations::GetPolicyThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdatePolicyWhen, operations::UpdatePolicyThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdatePolicyWhen::new(when),
                operations::UpdatePolicyThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_policy<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeletePolicyWhen, operations::DeletePolicyThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeletePolicyWhen::new(when),
                operations::DeletePolicyThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateScopeWhen, operations::CreateScopeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateScopeWhen::new(when),
                operations::CreateScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetScopeWhen, operations::GetScopeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetScopeWhen::new(when),
                operations::GetScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateScopeWhen, operations::UpdateScopeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateScopeWhen::new(when),
                operations::UpdateScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteScopeWhen, operations::DeleteScopeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteScopeWhen::new(when),
                operations::DeleteScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_authorization_servers<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListAuthorizationServersWhen,
            operations::ListAuthorizationServersThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListAuthorizationServersWhen::new(when),
                operations::ListAuthorizationServersThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateAuthorizationServerWhen,
            operations::CreateAuthorizationServerThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateAuthorizationServerWhen::new(when),
                operations::CreateAuthorizationServerThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthorizationServerWhen,
            operations::GetAuthorizationServerThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetAuthorizationServerWhen::new(when),
                operations::GetAuthorizationServerThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateAuthorizationServerWhen,
            operations::UpdateAuthorizationServerThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateAuthorizationServerWhen::new(when),
                operations::UpdateAuthorizationServerThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_authorization_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteAuthorizationServerWhen,
            operations::DeleteAuthorizationServerThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteAuthorizationServerWhen::new(when),
                operations::DeleteAuthorizationServerThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_apis_by_server<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApisByServerWhen, operations::ListApisByServerThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListApisByServerWhen::new(when),
                operations::ListApisByServerThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_authentications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateAuthenticationsWhen,
            operations::UpdateAuthenticationsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateAuthenticationsWhen::new(when),
                operations::UpdateAuthenticationsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_claims<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListClaimsWhen, operations::ListClaimsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListClaimsWhen::new(when),
                operations::ListClaimsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_clients<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListClientsWhen, operations::ListClientsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListClientsWhen::new(when),
                operations::ListClientsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_dashboards<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListDashboardsWhen, operations::ListDashboardsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListDashboardsWhen::new(when),
                operations::ListDashboardsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_gateways<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListGatewaysWhen, operations::ListGatewaysThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListGatewaysWhen::new(when),
                operations::ListGatewaysThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_scopes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListScopesWhen, operations::ListScopesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListScopesWhen::new(when),
                operations::ListScopesThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_services<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListServicesWhen, operations::ListServicesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListServicesWhen::new(when),
                operations::ListServicesThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn end_sessions<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EndSessionsWhen, operations::EndSessionsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::EndSessionsWhen::new(when),
                operations::EndSessionsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateServiceWhen, operations::CreateServiceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateServiceWhen::new(when),
                operations::CreateServiceThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetServiceWhen, operations::GetServiceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetServiceWhen::new(when),
                operations::GetServiceThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateServiceWhen, operations::UpdateServiceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateServiceWhen::new(when),
                operations::UpdateServiceThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteServiceWhen, operations::DeleteServiceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteServiceWhen::new(when),
                operations::DeleteServiceThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_apis_by_service<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApisByServiceWhen, operations::ListApisByServiceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListApisByServiceWhen::new(when),
                operations::ListApisByServiceThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn remove_specification<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RemoveSpecificationWhen,
            operations::RemoveSpecificationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RemoveSpecificationWhen::new(when),
                operations::RemoveSpecificationThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn import_specification_from_file<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportSpecificationFromFileWhen,
            operations::ImportSpecificationFromFileThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ImportSpecificationFromFileWhen::new(when),
                operations::ImportSpecificationFromFileThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn import_specification_from_text<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportSpecificationFromTextWhen,
            operations::ImportSpecificationFromTextThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ImportSpecificationFromTextWhen::new(when),
                operations::ImportSpecificationFromTextThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn import_specification_from_url<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportSpecificationFromUrlWhen,
            operations::ImportSpecificationFromUrlThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ImportSpecificationFromUrlWhen::new(when),
                operations::ImportSpecificationFromUrlThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_admin_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetAdminTenantWhen, operations::GetAdminTenantThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetAdminTenantWhen::new(when),
                operations::GetAdminTenantThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_admin_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateAdminTenantWhen, operations::UpdateAdminTenantThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateAdminTenantWhen::new(when),
                operations::UpdateAdminTenantThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_applications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApplicationsWhen, operations::ListApplicationsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListApplicationsWhen::new(when),
                operations::ListApplicationsThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateApplicationWhen, operations::CreateApplicationThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateApplicationWhen::new(when),
                operations::CreateApplicationThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_application_custom_data<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateApplicationCustomDataWhen,
            operations::UpdateApplicationCustomDataThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateApplicationCustomDataWhen::new(when),
                operations::UpdateApplicationCustomDataThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_application_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListApplicationRolesWhen,
            operations::ListApplicationRolesThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListApplicationRolesWhen::new(when),
                operations::ListApplicationRolesThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn replace_application_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ReplaceApplicationRolesWhen,
            operations::ReplaceApplicationRolesThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ReplaceApplicationRolesWhen::new(when),
                operations::ReplaceApplicationRolesThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn assign_application_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AssignApplicationRolesWhen,
            operations::AssignApplicationRolesThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AssignApplicationRolesWhen::new(when),
                operations::AssignApplicationRolesThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_application_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteApplicationRoleWhen,
            operations::DeleteApplicationRoleThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteApplicationRoleWhen::new(when),
                operations::DeleteApplicationRoleThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn get_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetApplicationWhen, operations::GetApplicationThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetApplicationWhen::new(when),
                operations::GetApplicationThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteApplicationWhen, operations::DeleteApplicationThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteApplicationWhen::new(when),
                operations::DeleteApplicationThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateApplicationWhen, operations::UpdateApplicationThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateApplicationWhen::new(when),
                operations::UpdateApplicationThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_application_legacy_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteApplicationLegacySecretWhen,
            operations::DeleteApplicationLegacySecretThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteApplicationLegacySecretWhen::new(when),
                operations::DeleteApplicationLegacySecretThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_application_secrets<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListApplicationSecretsWhen,
            operations::ListApplicationSecretsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListApplicationSecretsWhen::new(when),
                operations::ListApplicationSecretsThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_application_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateApplicationSecretWhen,
            operations::CreateApplicationSecretThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateApplicationSecretWhen::new(when),
                operations::CreateApplicationSecretThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_application_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteApplicationSecretWhen,
            operations::DeleteApplicationSecretThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteApplicationSecretWhen::new(when),
                operations::DeleteApplicationSecretThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_application_secret<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateApplicationSecretWhen,
            operations::UpdateApplicationSecretThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateApplicationSecretWhen::new(when),
                operations::UpdateApplicationSecretThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_clients_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListClientsForDeveloperWhen,
            operations::ListClientsForDeveloperThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListClientsForDeveloperWhen::new(when),
                operations::ListClientsForDeveloperThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateClientForDeveloperWhen,
            operations::CreateClientForDeveloperThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateClientForDeveloperWhen::new(when),
                operations::CreateClientForDeveloperThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetClientForDeveloperWhen,
            operations::GetClientForDeveloperThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetClientForDeveloperWhen::new(when),
                operations::GetClientForDeveloperThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateClientForDeveloperWhen,
            operations::UpdateClientForDeveloperThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateClientForDeveloperWhen::new(when),
                operations::UpdateClientForDeveloperThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_client_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteClientForDeveloperWhen,
            operations::DeleteClientForDeveloperThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteClientForDeveloperWhen::new(when),
                operations::DeleteClientForDeveloperThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_servers_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListServersForDeveloperWhen,
            operations::ListServersForDeveloperThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListServersForDeveloperWhen::new(when),
                operations::ListServersForDeveloperThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_server_for_developer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetServerForDeveloperWhen,
            operations::GetServerForDeveloperThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetServerForDeveloperWhen::new(when),
                operations::GetServerForDeveloperThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_resources<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListResourcesWhen, operations::ListResourcesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListResourcesWhen::new(when),
                operations::ListResourcesThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateResourceWhen, operations::CreateResourceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateResourceWhen::new(when),
                operations::CreateResourceThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn get_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetResourceWhen, operations::GetResourceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetResourceWhen::new(when),
                operations::GetResourceThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteResourceWhen, operations::DeleteResourceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteResourceWhen::new(when),
                operations::DeleteResourceThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_resource<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateResourceWhen, operations::UpdateResourceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateResourceWhen::new(when),
                operations::UpdateResourceThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_resource_is_default<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateResourceIsDefaultWhen,
            operations::UpdateResourceIsDefaultThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateResourceIsDefaultWhen::new(when),
                operations::UpdateResourceIsDefaultThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_resource_scopes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListResourceScopesWhen,
            operations::ListResourceScopesThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListResourceScopesWhen::new(when),
                operations::ListResourceScopesThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_resource_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateResourceScopeWhen,
            operations::CreateResourceScopeThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateResourceScopeWhen::new(when),
                operations::CreateResourceScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_resource_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteResourceScopeWhen,
            operations::DeleteResourceScopeThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteResourceScopeWhen::new(when),
                operations::DeleteResourceScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_resource_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateResourceScopeWhen,
            operations::UpdateResourceScopeThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateResourceScopeWhen::new(when),
                operations::UpdateResourceScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_roles<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListRolesWhen, operations::ListRolesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListRolesWhen::new(when),
                operations::ListRolesThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateRoleWhen, operations::CreateRoleThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateRoleWhen::new(when),
                operations::CreateRoleThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn get_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetRoleWhen, operations::GetRoleThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetRoleWhen::new(when),
                operations::GetRoleThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteRoleWhen, operations::DeleteRoleThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteRoleWhen::new(when),
                operations::DeleteRoleThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_role<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateRoleWhen, operations::UpdateRoleThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateRoleWhen::new(when),
                operations::UpdateRoleThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_role_applications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListRoleApplicationsWhen,
            operations::ListRoleApplicationsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListRoleApplicationsWhen::new(when),
                operations::ListRoleApplicationsThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_role_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateRoleApplicationWhen,
            operations::CreateRoleApplicationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateRoleApplicationWhen::new(when),
                operations::CreateRoleApplicationThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_role_application<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteRoleApplicationWhen,
            operations::DeleteRoleApplicationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteRoleApplicationWhen::new(when),
                operations::DeleteRoleApplicationThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_role_scopes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListRoleScopesWhen, operations::ListRoleScopesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListRoleScopesWhen::new(when),
                operations::ListRoleScopesThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_role_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateRoleScopeWhen, operations::CreateRoleScopeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateRoleScopeWhen::new(when),
                operations::CreateRoleScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_role_scope<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteRoleScopeWhen, operations::DeleteRoleScopeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteRoleScopeWhen::new(when),
                operations::DeleteRoleScopeThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn export_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ExportConfigurationWhen,
            operations::ExportConfigurationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ExportConfigurationWhen::new(when),
                operations::ExportConfigurationThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn import_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ImportConfigurationWhen,
            operations::ImportConfigurationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ImportConfigurationWhen::new(when),
                operations::ImportConfigurationThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn apply_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ApplyConfigurationWhen,
            operations::ApplyConfigurationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ApplyConfigurationWhen::new(when),
                operations::ApplyConfigurationThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_tenants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListTenantsWhen, operations::ListTenantsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListTenantsWhen::new(when),
                operations::ListTenantsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn create_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateTenantWhen, operations::CreateTenantThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateTenantWhen::new(when),
                operations::CreateTenantThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTenantWhen, operations::GetTenantThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetTenantWhen::new(when),
                operations::GetTenantThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn update_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateTenantWhen, operations::UpdateTenantThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateTenantWhen::new(when),
                operations::UpdateTenantThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn delete_tenant<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteTenantWhen, operations::DeleteTenantThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteTenantWhen::new(when),
                operations::DeleteTenantThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_user_consents_system<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListUserConsentsSystemWhen,
            operations::ListUserConsentsSystemThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListUserConsentsSystemWhen::new(when),
                operations::ListUserConsentsSystemThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn patch_consent_grants_system<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::PatchConsentGrantsSystemWhen,
            operations::PatchConsentGrantsSystemThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::PatchConsentGrantsSystemWhen::new(when),
                operations::PatchConsentGrantsSystemThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_user_consents_by_action_system<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListUserConsentsByActionSystemWhen,
            operations::ListUserConsentsByActionSystemThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListUserConsentsByActionSystemWhen::new(when),
                operations::ListUserConsentsByActionSystemThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_gateway_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetGatewayConfigurationWhen,
            operations::GetGatewayConfigurationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetGatewayConfigurationWhen::new(when),
                operations::GetGatewayConfigurationThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn gateway_introspect<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GatewayIntrospectWhen, operations::GatewayIntrospectThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GatewayIntrospectWhen::new(when),
                operations::GatewayIntrospectThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_login_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetLoginRequestWhen, operations::GetLoginRequestThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetLoginRequestWhen::new(when),
                operations::GetLoginRequestThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn accept_login_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AcceptLoginRequestWhen,
            operations::AcceptLoginRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AcceptLoginRequestWhen::new(when),
                operations::AcceptLoginRequestThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn reject_login_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RejectLoginRequestWhen,
            operations::RejectLoginRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RejectLoginRequestWhen::new(when),
                operations::RejectLoginRequestThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn get_scope_grant_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetScopeGrantRequestWhen,
            operations::GetScopeGrantRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetScopeGrantRequestWhen::new(when),
                operations::GetScopeGrantRequestThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn accept_scope_grant_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AcceptScopeGrantRequestWhen,
            operations::AcceptScopeGrantRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AcceptScopeGrantRequestWhen::new(when),
                operations::AcceptScopeGrantRequestThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn reject_scope_grant_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RejectScopeGrantRequestWhen,
            operations::RejectScopeGrantRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RejectScopeGrantRequestWhen::new(when),
                operations::RejectScopeGrantRequestThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn list_users<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListUsersWhen, operations::ListUsersThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListUsersWhen::new(when),
                operations::ListUsersThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn create_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateUserWhen, operations::CreateUserThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateUserWhen::new(when),
                operations::CreateUserThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn get_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetUserWhen, operations::GetUserThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetUserWhen::new(when),
                operations::GetUserThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn delete_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteUserWhen, operations::DeleteUserThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteUserWhen::new(when),
                operations::DeleteUserThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_user<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateUserWhen, operations::UpdateUserThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateUserWhen::new(when),
                operations::UpdateUserThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn get_user_custom_data<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetUserCustomDataWhen, operations::GetUserCustomDataThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetUserCustomDataWhen::new(when),
                operations::GetUserCustomDataThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_user_custom_data<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateUserCustomDataWhen,
            operations::UpdateUserCustomDataThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateUserCustomDataWhen::new(when),
                operations::UpdateUserCustomDataThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn get_user_has_password<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetUserHasPasswordWhen,
            operations::GetUserHasPasswordThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetUserHasPasswordWhen::new(when),
                operations::GetUserHasPasswordThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_user_is_suspended<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateUserIsSuspendedWhen,
            operations::UpdateUserIsSuspendedThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateUserIsSuspendedWhen::new(when),
                operations::UpdateUserIsSuspendedThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_user_password<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::UpdateUserPasswordWhen,
            operations::UpdateUserPasswordThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateUserPasswordWhen::new(when),
                operations::UpdateUserPasswordThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn verify_user_password<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::VerifyUserPasswordWhen,
            operations::VerifyUserPasswordThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::VerifyUserPasswordWhen::new(when),
                operations::VerifyUserPasswordThen::new(then),
            )
        })
    }
    #[cfg(feature = "logto")]
    fn update_user_profile<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateUserProfileWhen, operations::UpdateUserProfileThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateUserProfileWhen::new(when),
                operations::UpdateUserProfileThen::new(then),
            )
        })
    }
    fn local_user_store_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::LocalUserStoreTokenWhen,
            operations::LocalUserStoreTokenThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::LocalUserStoreTokenWhen::new(when),
                operations::LocalUserStoreTokenThen::new(then),
            )
        })
    }
    #[cfg(feature = "local-user-store")]
    fn list_api_clients<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListApiClientsWhen, operations::ListApiClientsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListApiClientsWhen::new(when),
                operations::ListApiClientsThen::new(then),
            )
        })
    }
    #[cfg(feature = "local-user-store")]
    fn create_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateApiClientWhen, operations::CreateApiClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateApiClientWhen::new(when),
                operations::CreateApiClientThen::new(then),
            )
        })
    }
    #[cfg(feature = "local-user-store")]
    fn search_api_clients<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::SearchApiClientsWhen, operations::SearchApiClientsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SearchApiClientsWhen::new(when),
                operations::SearchApiClientsThen::new(then),
            )
        })
    }
    #[cfg(feature = "local-user-store")]
    fn get_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetApiClientWhen, operations::GetApiClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetApiClientWhen::new(when),
                operations::GetApiClientThen::new(then),
            )
        })
    }
    #[cfg(feature = "local-user-store")]
    fn update_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateApiClientWhen, operations::UpdateApiClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateApiClientWhen::new(when),
                operations::UpdateApiClientThen::new(then),
            )
        })
    }
    #[cfg(feature = "local-user-store")]
    fn delete_api_client<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteApiClientWhen, operations::DeleteApiClientThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteApiClientWhen::new(when),
                operations::DeleteApiClientThen::new(then),
            )
        })
    }
    fn logto_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::LogtoTokenWhen, operations::LogtoTokenThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::LogtoTokenWhen::new(when),
                operations::LogtoTokenThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn authorize_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::AuthorizeRequestWhen, operations::AuthorizeRequestThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AuthorizeRequestWhen::new(when),
                operations::AuthorizeRequestThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn forward_auth<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ForwardAuthWhen, operations::ForwardAuthThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ForwardAuthWhen::new(when),
                operations::ForwardAuthThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn evaluate_access<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EvaluateAccessWhen, operations::EvaluateAccessThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::EvaluateAccessWhen::new(when),
                operations::EvaluateAccessThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn evaluate_accesses<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EvaluateAccessesWhen, operations::EvaluateAccessesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::EvaluateAccessesWhen::new(when),
                operations::EvaluateAccessesThen::new(then),
            )
        })
    }
    fn get_jwks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetJwksWhen, operations::GetJwksThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetJwksWhen::new(when),
                operations::GetJwksThen::new(then),
            )
        })
    }
    fn get_authorization_server_metadata_below_issuer<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetAuthorizationServerMetadataBelowIssuerWhen,
            operations::GetAuthorizationServerMetadataBelowIssuerThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetAuthorizationServerMetadataBelowIssuerWhen::new(when),
                operations::GetAuthorizationServerMetadataBelowIssuerThen::new(then),
            )
        })
    }
    fn get_openid_configuration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetOpenidConfigurationWhen,
            operations::GetOpenidConfigurationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetOpenidConfigurationWhen::new(when),
                operations::GetOpenidConfigurationThen::new(then),
            )
        })
    }
    fn list_clients_with_access<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListClientsWithAccessWhen,
            operations::ListClientsWithAccessThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListClientsWithAccessWhen::new(when),
                operations::ListClientsWithAccessThen::new(then),
            )
        })
    }
    fn revoke_client_access<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::RevokeClientAccessWhen,
            operations::RevokeClientAccessThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RevokeClientAccessWhen::new(when),
                operations::RevokeClientAccessThen::new(then),
            )
        })
    }
    fn device_authorization<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeviceAuthorizationWhen,
            operations::DeviceAuthorizationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeviceAuthorizationWhen::new(when),
                operations::DeviceAuthorizationThen::new(then),
            )
        })
    }
    fn introspect<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::IntrospectWhen, operations::IntrospectThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::IntrospectWhen::new(when),
                operations::IntrospectThen::new(then),
            )
        })
    }
    fn dynamic_client_registration<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationWhen,
            operations::DynamicClientRegistrationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DynamicClientRegistrationWhen::new(when),
                operations::DynamicClientRegistrationThen::new(then),
            )
        })
    }
    fn dynamic_client_registration_get_client<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationGetClientWhen,
            operations::DynamicClientRegistrationGetClientThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DynamicClientRegistrationGetClientWhen::new(when),
                operations::DynamicClientRegistrationGetClientThen::new(then),
            )
        })
    }
    fn dynamic_client_registration_update_client<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationUpdateClientWhen,
            operations::DynamicClientRegistrationUpdateClientThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DynamicClientRegistrationUpdateClientWhen::new(when),
                operations::DynamicClientRegistrationUpdateClientThen::new(then),
            )
        })
    }
    fn dynamic_client_registration_delete_client<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DynamicClientRegistrationDeleteClientWhen,
            operations::DynamicClientRegistrationDeleteClientThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DynamicClientRegistrationDeleteClientWhen::new(when),
                operations::DynamicClientRegistrationDeleteClientThen::new(then),
            )
        })
    }
    fn revoke<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RevokeWhen, operations::RevokeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RevokeWhen::new(when),
                operations::RevokeThen::new(then),
            )
        })
    }
    fn token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TokenWhen, operations::TokenThen),
    {
        self.mock(|when, then| {
            config_fn(operations::TokenWhen::new(when), operations::TokenThen::new(then))
        })
    }
    #[cfg(feature = "acp")]
    fn list_user_consents<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListUserConsentsWhen, operations::ListUserConsentsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListUserConsentsWhen::new(when),
                operations::ListUserConsentsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn patch_consent_grants<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::PatchConsentGrantsWhen,
            operations::PatchConsentGrantsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::PatchConsentGrantsWhen::new(when),
                operations::PatchConsentGrantsThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn grant_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GrantConsentWhen, operations::GrantConsentThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GrantConsentWhen::new(when),
                operations::GrantConsentThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn revoke_consent<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RevokeConsentWhen, operations::RevokeConsentThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RevokeConsentWhen::new(when),
                operations::RevokeConsentThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_user_consents_by_action<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListUserConsentsByActionWhen,
            operations::ListUserConsentsByActionThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListUserConsentsByActionWhen::new(when),
                operations::ListUserConsentsByActionThen::new(then),
            )
        })
    }
    #[cfg(feature = "acp")]
    fn list_privacy_ledger_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListPrivacyLedgerEventsWhen,
            operations::ListPrivacyLedgerEventsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListPrivacyLedgerEventsWhen::new(when),
                operations::ListPrivacyLedgerEventsThen::new(then),
            )
        })
    }
    fn userinfo<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UserinfoWhen, operations::UserinfoThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UserinfoWhen::new(when),
                operations::UserinfoThen::new(then),
            )
        })
    }
    fn userinfo_by_post<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UserinfoByPostWhen, operations::UserinfoByPostThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UserinfoByPostWhen::new(when),
                operations::UserinfoByPostThen::new(then),
            )
        })
    }
}
