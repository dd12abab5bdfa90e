// The client of orval that stands on fetch, with a function of ours for what every request needs.

export default {
  authplane: {
    input: "authplane.json",
    output: {
      target: "generated/authplane.ts",
      client: "fetch",
      override: { mutator: { path: "http.ts", name: "http" } },
    },
  },
};
