import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { DeskApp } from "./desk-app.tsx";
import "./desk.css";
import "./dialog.css";
import "./links.css";

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <BrowserRouter>
      <DeskApp />
    </BrowserRouter>
  </StrictMode>,
);
