import {
  message,
  operation,
  type Particle,
  type ServiceDescriptor,
  type SimpleDescriptor,
  service,
} from "@coo/soap/gen1";

const str = (maxLength: number): SimpleDescriptor => ({
  k: "simple",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength,
});
const int: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const list: SimpleDescriptor = {
  k: "simple",
  builtin: "string",
  js: "list",
  item: { k: "simple", builtin: "string", js: "string" },
};
const el = (name: string, type: SimpleDescriptor, min = 0): Particle => ({
  k: "el",
  prop: name,
  name,
  ns: "",
  type,
  min,
  max: 1,
});
const ns = "urn:example:ccpit-coo:reference:v1";

export const tiny: ServiceDescriptor = service({
  name: "enterprise",
  edition: "2018-07",
  namespace: ns,
  operations: {
    queryBranches: operation({
      name: "queryBranches",
      direction: "call",
      no: 1,
      effect: "read",
      bindings: [],
      request: message<unknown>({
        name: "QueryBranchesRequest",
        type: {
          k: "complex",
          name: "QueryBranchesRequest",
          ns,
          content: {
            k: "seq",
            min: 1,
            max: 1,
            items: [
              el("provinceCode", str(6)),
              el("branchCode", str(3)),
              el("branchName", str(100)),
              el("updatedAfter", str(19)),
              el("pageNo", int),
              el("pageSize", int),
            ],
          },
        },
      }),
      response: message<unknown>({
        name: "QueryBranchesResponse",
        type: {
          k: "complex",
          name: "QueryBranchesResponse",
          ns,
          content: {
            k: "seq",
            min: 1,
            max: 1,
            items: [
              el("total", int),
              el("pageNo", int),
              el("pageSize", int),
              {
                k: "el",
                prop: "branches",
                name: "branches",
                ns: "",
                min: 1,
                max: 1,
                type: {
                  k: "complex",
                  name: "Branches",
                  ns,
                  content: {
                    k: "seq",
                    min: 1,
                    max: 1,
                    items: [
                      {
                        k: "el",
                        prop: "branch",
                        name: "branch",
                        ns: "",
                        min: 0,
                        max: -1,
                        type: {
                          k: "complex",
                          name: "Branch",
                          ns,
                          content: {
                            k: "seq",
                            min: 1,
                            max: 1,
                            items: [
                              el("branchCode", str(3), 1),
                              el("branchName", str(100), 1),
                              el("branchEnName", str(200)),
                              el("provinceCode", str(6)),
                              el("parentCode", str(3)),
                              el("address", str(200)),
                              el("telephone", str(50)),
                              el("signPlaceEn", str(50)),
                              el("supportedDocTypes", list),
                              el("selfPrintDocTypes", list),
                              el("status", str(1)),
                            ],
                          },
                        },
                      },
                    ],
                  },
                },
              },
            ],
          },
        },
      }),
    }),
  },
});
