// The scenario of `cargo xtask codegen`, through the client of orval.

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
} from "./generated/authplane";
import { settings } from "./http";

const { AUTHPLANE_URL: url, AUTHPLANE_CLIENT_ID: id, AUTHPLANE_CLIENT_SECRET: secret } = process.env;
assert(url && id && secret);

async function step(name: string, run: () => Promise<void>) {
  await run();
  console.log(`step: ${name}`);
}

/** Fails unless an answer has this status. The compiler then knows the type of its data. */
function expect<A extends { status: number }, S extends A["status"]>(
  answer: A,
  status: S,
): asserts answer is Extract<A, { status: S }> {
  assert.equal(answer.status, status);
}

async function main() {
  await step("token", async () => {
    settings.url = url!;
    settings.authorization = `Basic ${btoa(`${id}:${secret}`)}`;
    const answer = await token("default", "admin", { grant_type: "client_credentials", scope: "all" });
    expect(answer, 200);
    assert.equal(answer.data.token_type, "Bearer");
    settings.authorization = `Bearer ${answer.data.access_token}`;
  });

  let resourceId = "";
  await step("create a resource", async () => {
    const answer = await createResource({ name: "Orders", indicator: "https://orders.example" });
    expect(answer, 201);
    assert.equal(answer.data.name, "Orders");
    assert.equal(answer.data.accessTokenTtl, 3600);
    resourceId = answer.data.id;
  });

  let scopeId = "";
  await step("create a scope", async () => {
    const answer = await createResourceScope(resourceId, { name: "orders:read", description: "See orders" });
    expect(answer, 201);
    assert.equal(answer.data.description, "See orders");
    scopeId = answer.data.id;
  });

  await step("patch with null", async () => {
    const kept = await updateResourceScope(resourceId, scopeId, { name: "orders:see" });
    expect(kept, 200);
    assert.equal(kept.data.description, "See orders");
    const patched = await updateResourceScope(resourceId, scopeId, { description: null });
    expect(patched, 200);
    assert.equal(patched.data.name, "orders:see");
    assert.equal(patched.data.description, null);
  });

  await step("list by page", async () => {
    const answer = await listResources({ page: 1, page_size: 1 });
    expect(answer, 200);
    assert.equal(answer.data.length, 1);
    assert.equal(answer.headers.get("Total-Number"), "2");
    const scopes = await listResourceScopes(resourceId);
    expect(scopes, 200);
    assert.deepEqual(
      scopes.data.map((scope) => scope.name),
      ["orders:see"],
    );
  });

  await step("walk 45 rows by page", async () => {
    for (let row = 1; row < 45; row += 1) {
      expect(await createResource({ name: `Row ${row}`, indicator: `https://row.example/${row}` }), 201);
    }
    const seen = new Set<string>();
    let pages = 0;
    for (let page = 1, total = Infinity; seen.size < total; page += 1) {
      const answer = await listResources({ page, page_size: 20 });
      expect(answer, 200);
      total = Number(answer.headers.get("Total-Number"));
      assert(answer.data.length > 0, `page ${page} of ${total} rows is empty`);
      answer.data.forEach((resource) => seen.add(resource.id));
      pages += 1;
    }
    // The 45, and the management API that every tenant has.
    assert.equal(seen.size, 46);
    assert.equal(pages, 3);
  });

  await step("list without a page", async () => {
    const answer = await listResources();
    expect(answer, 200);
    assert.equal(answer.data.length, 46);
  });

  await step("delete a scope and a resource", async () => {
    expect(await deleteResourceScope(resourceId, scopeId), 204);
    expect(await deleteResource(resourceId), 204);
  });

  const tid = "default";
  let serviceId = "";
  await step("ACP client", async () => {
    const answer = await createClient(tid, {
      client_name: "Robot",
      authorization_server_id: "default",
      grant_types: ["client_credentials"],
    });
    expect(answer, 201);
    assert.equal(answer.data.token_endpoint_auth_method, "client_secret_basic");
    assert(answer.data.client_secret);
    const read = await getClient(tid, answer.data.client_id);
    expect(read, 200);
    assert.equal(read.data.client_name, "Robot");
  });

  await step("ACP service", async () => {
    const answer = await createService(tid, { name: "Billing" });
    expect(answer, 201);
    assert.equal(answer.data.authorization_server_id, "default");
    serviceId = answer.data.id;
  });

  await step("ACP scope", async () => {
    const answer = await createScope(tid, { name: "billing:read", service_id: serviceId });
    expect(answer, 201);
    assert.equal(answer.data.name, "billing:read");
  });

  await step("typed 404", async () => {
    const answer = await getResource(resourceId);
    expect(answer, 404);
    assert.equal(answer.data.code, "entity.not_exists_with_id");
    const acp = await getClient(tid, "nobody");
    expect(acp, 404);
    assert.equal(acp.data.status_code, 404);
  });

  await step("typed 422", async () => {
    const answer = await createResource({ name: "Row 1 again", indicator: "https://row.example/1" });
    expect(answer, 422);
    assert.equal(answer.data.code, "resource.resource_identifier_in_use");
    const acp = await createService(tid, { name: " " });
    expect(acp, 422);
    assert.equal(acp.data.status_code, 422);
  });
}

void main();
