import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { keepSelectionsPasteable } from "./app/copied-selection.ts";
import { startComparison } from "./state/comparison-answers.ts";
import { startWindow } from "./state/documents.ts";
import { startReadingAgain } from "./state/read-again.ts";
import { startSensitivities } from "./state/sensitivity-store.ts";
import { startSimulation } from "./state/simulation-store.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepSelectionsPasteable();
void startWindow();
startSimulation();
startSensitivities();
startComparison();
startReadingAgain();
