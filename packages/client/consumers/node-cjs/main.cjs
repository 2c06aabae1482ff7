const client = require('@vpcep/client');
const catalogue = require('@vpcep/client/error-catalogue');
const { job } = require('../job.js');

job(client, catalogue, process.argv[2]).then(console.log);
