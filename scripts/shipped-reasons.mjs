// The one place kept by hand: why each package ships, and what the bundlers cannot see.

export const REASONS = {
  "@fontsource-variable/inter": "the typeface",
  "@reduxjs/toolkit": "state inside recharts",
  clsx: "class names inside recharts",
  "d3-array": "scales inside recharts",
  "d3-color": "scales inside recharts",
  "d3-format": "scales inside recharts",
  "d3-interpolate": "scales inside recharts",
  "d3-scale": "scales inside recharts",
  "d3-shape": "shapes inside recharts",
  "d3-time": "scales inside recharts",
  "d3-time-format": "scales inside recharts",
  "decimal.js-light": "round axis values inside recharts",
  electron: "the desktop window, with Chromium and Node",
  "es-toolkit": "collections inside recharts",
  esbuild: "a few lines that join the modules of the host",
  eventemitter3: "events inside recharts",
  fflate: "unpacks XLSX files of results",
  immer: "state inside recharts",
  internmap: "as a copy inside d3-array",
  react: "the window",
  "react-dom": "the window",
  "react-redux": "state inside recharts",
  recharts: "axes, grid and scales of charts",
  redux: "state inside recharts",
  "redux-thunk": "state inside recharts",
  reselect: "state inside recharts",
  rolldown: "a few lines that join the modules of the window",
  saxes: "reads the XML inside XLSX files of results",
  scheduler: "the window, for react-dom",
  "use-sync-external-store": "state inside recharts, for react-redux",
  valibot: "checks the calls between window and host",
  "victory-vendor": "hands d3 on to recharts",
  vite: "a few lines that load parts of the window later",
  xmlchars: "tells the characters of XML apart, for saxes",
  zustand: "stores of the window",
};

/** Packages whose code another one carries as a copy inside its own files. What is recorded of a copy is the installed package. */
export const COPIES = [
  { name: "internmap", within: "d3-array" },
];
