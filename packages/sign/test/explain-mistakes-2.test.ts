import { testMistakes } from "./explain-cases.ts";

testMistakes(1, 2);
