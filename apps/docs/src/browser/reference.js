/* global Redoc */
const state = JSON.parse(document.getElementById('redoc-state').textContent);
Redoc.hydrate(state, document.getElementById('redoc'));
