// The scenario of `cargo xtask codegen`, through the client of @hey-api/openapi-ts.

import assert from "node:assert/strict";
import {
  createClient,
  createResource,
  createResourceScope,
  createScope,
  createService,
  deleteResource,
  deleteResourceScope,
  getClient,
  getResource,
  listResourceScopes,
  listResources,
  token,
  updateResourceScope,
} from "./generated";
import { client } from "./generated/client.gen";

const { AUTHPLANE_URL: baseUrl, AUTHPLANE_CLIENT_ID: id, AUTHPLANE_CLIENT_SECRET: secret } = process.env;
assert(baseUrl && id && secret);

async function step(name: string, run: () => Promise<void>) {
  await run();
  console.log(`step: ${name}`);
}

async function main() {
  await step("token", async () => {
    client.setConfig({ baseUrl, auth: `${id}:${secret}` });
    const { data } = await token({
      path: { tid: "default", aid: "admin" },
      body: { grant_type: "client_credentials", scope: "all" },
      throwOnError: true,
    });
    assert.equal(data.token_type, "Bearer");
    client.setConfig({ auth: data.access_token });
  });

  let resourceId = "";
  await step("create a resource", async () => {
    const { data } = await createResource({
      body: { name: "Orders", indicator: "https://orders.example" },
      throwOnError: true,
    });
    assert.equal(data.name, "Orders");
    assert.equal(data.accessTokenTtl, 3600);
    resourceId = data.id;
  });

  let scopeId = "";
  await step("create a scope", async () => {
    const { data } = await createResourceScope({
      path: { resourceId },
      body: { name: "orders:read", description: "See orders" },
      throwOnError: true,
    });
    assert.equal(data.description, "See orders");
    scopeId = data.id;
  });

  await step("patch with null", async () => {
    const path = { resourceId, scopeId };
    const kept = await updateResourceScope({ path, body: { name: "orders:see" }, throwOnError: true });
    assert.equal(kept.data.description, "See orders");
    const patched = await updateResourceScope({ path, body: { description: null }, throwOnError: true });
    assert.equal(patched.data.name, "orders:see");
    assert.equal(patched.data.description, null);
  });

  await step("list by page", async () => {
    const { data, response } = await listResources({ query: { page: 1, page_size: 1 }, throwOnError: true });
    assert.equal(data.length, 1);
    assert.equal(response.headers.get("Total-Number"), "2");
    const scopes = await listResourceScopes({ path: { resourceId }, throwOnError: true });
    assert.deepEqual(
      scopes.data.map((scope) => scope.name),
      ["orders:see"],
    );
  });

  await step("walk 45 rows by page", async () => {
    for (let row = 1; row < 45; row += 1) {
      await createResource({
        body: { name: `Row ${row}`, indicator: `https://row.example/${row}` },
        throwOnError: true,
      });
    }
    const seen = new Set<string>();
    let pages = 0;
    for (let page = 1, total = Infinity; seen.size < total; page += 1) {
      const { data, response } = await listResources({ query: { page, page_size: 20 }, throwOnError: true });
      total = Number(response.headers.get("Total-Number"));
      assert(data.length > 0, `page ${page} of ${total} rows is empty`);
      data.forEach((resource) => seen.add(resource.id));
      pages += 1;
    }
    // The 45, and the management API that every tenant has.
    assert.equal(seen.size, 46);
    assert.equal(pages, 3);
  });

  await step("list without a page", async () => {
    const { data } = await listResources({ throwOnError: true });
    assert.equal(data.length, 46);
  });

  await step("delete a scope and a resource", async () => {
    const scope = await deleteResourceScope({ path: { resourceId, scopeId }, throwOnError: true });
    assert.equal(scope.response.status, 204);
    const resource = await deleteResource({ path: { id: resourceId }, throwOnError: true });
    assert.equal(resource.response.status, 204);
  });

  const tid = "default";
  let serviceId = "";
  await step("ACP client", async () => {
    const { data } = await createClient({
      path: { tid },
      body: { client_name: "Robot", authorization_server_id: "default", grant_types: ["client_credentials"] },
      throwOnError: true,
    });
    assert.equal(data.token_endpoint_auth_method, "client_secret_basic");
    assert(data.client_secret);
    const read = await getClient({ path: { tid, cid: data.client_id }, throwOnError: true });
    assert.equal(read.data.client_name, "Robot");
  });

  await step("ACP service", async () => {
    const { data } = await createService({ path: { tid }, body: { name: "Billing" }, throwOnError: true });
    assert.equal(data.authorization_server_id, "default");
    serviceId = data.id;
  });

  await step("ACP scope", async () => {
    const { data } = await createScope({
      path: { tid },
      body: { name: "billing:read", service_id: serviceId },
      throwOnError: true,
    });
    assert.equal(data.name, "billing:read");
  });

  await step("typed 404", async () => {
    const { error, response } = await getResource({ path: { id: resourceId } });
    assert.equal(response?.status, 404);
    assert.equal(error?.code, "entity.not_exists_with_id");
    const acp = await getClient({ path: { tid, cid: "nobody" } });
    assert.equal(acp.error?.status_code, 404);
  });

  await step("typed 422", async () => {
    const { error, response } = await createResource({
      body: { name: "Row 1 again", indicator: "https://row.example/1" },
    });
    assert.equal(response?.status, 422);
    assert.equal(error?.code, "resource.resource_identifier_in_use");
    const acp = await createService({ path: { tid }, body: { name: " " } });
    assert.equal(acp.error?.status_code, 422);
  });
}

void main();
