// Composition root: the only file that builds adapters.

const app = document.querySelector('#app');
if (app !== null) app.textContent = 'Deskmesh';
