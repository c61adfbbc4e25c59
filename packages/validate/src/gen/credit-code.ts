// @generated from schemas/evidence/uscc.json by scripts/build-data.ts. Do not edit: change the evidence, run the script.

/** Check rules of GB 32100-2015 and of the organisation code inside (GB 11714). */
export const creditCodeRule: { readonly alphabet: string; readonly weights: readonly number[]; readonly organisationAlphabet: string; readonly organisationWeights: readonly number[] } = {
  "alphabet": "0123456789ABCDEFGHJKLMNPQRTUWXY",
  "weights": [1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28],
  "organisationAlphabet": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "organisationWeights": [3,7,9,10,5,8,4,2],
};
