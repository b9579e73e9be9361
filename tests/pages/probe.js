/** What the page's Content-Security-Policy stopped, and what was thrown, for the test that loads the page. */
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim());
});
window.addEventListener('error', (event) => window.violations.push(`error ${event.message}`));
