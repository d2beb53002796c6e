function n(n){return"globalPrivacyControl"in n&&!0===n.globalPrivacyControl}export{n as default,n as readGpc};
