import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BoardPage } from "./board-page.tsx";
import "./board.css";

const token = decodeURIComponent(location.pathname.split("/")[2] ?? "");

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <BoardPage token={token} />
  </StrictMode>,
);
