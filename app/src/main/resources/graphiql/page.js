// GraphiQL for Piton: signing in and out, ready-made operations in tabs, subscriptions over server-sent events.
'use strict';

const ENDPOINT = '/graphql';

async function ask(query, variables) {
  const answer = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept': 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}

// Which operation of the document is meant: GraphiQL names it; a document of one operation needs no name.
function isSubscription(document, name) {
  const operations = [...document.replace(/#.*$/gm, '').matchAll(/\b(query|mutation|subscription)\b\s*([_A-Za-z]\w*)?/g)];
  const chosen = name ? operations.find(each => each[2] === name) : operations[0];
  return chosen !== undefined && chosen[1] === 'subscription';
}

// The distinct connections mode of the GraphQL over Server-Sent Events protocol, as an async iterator.
async function* follow(parameters, headers) {
  const answer = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'Accept': 'text/event-stream' },
    body: JSON.stringify(parameters),
  });
  if (!answer.ok || !answer.headers.get('Content-Type').startsWith('text/event-stream')) {
    yield await answer.json();
    return;
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const events = text.split('\n\n');
      text = events.pop();
      for (const event of events) {
        const lines = event.split('\n');
        if (lines.some(line => line === 'event: complete')) return;
        const data = lines.filter(line => line.startsWith('data:')).map(line => line.slice(5).trim()).join('\n');
        if (data) yield JSON.parse(data);
      }
    }
  } finally {
    reader.cancel();
  }
}

function fetcher(parameters, options) {
  const headers = (options && options.headers) || {};
  if (isSubscription(parameters.query, parameters.operationName)) {
    return follow(parameters, headers);
  }
  return fetch(ENDPOINT, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'Accept': 'application/graphql-response+json, application/json' },
    body: JSON.stringify(parameters),
  }).then(answer => answer.json());
}

async function showWho() {
  const { data } = await ask('{ viewer { name roles } }');
  const viewer = data && data.viewer;
  document.getElementById('who').textContent =
    viewer ? `Signed in as ${viewer.name} (${viewer.roles.join(', ').toLowerCase()})` : 'You are a guest: you see what readers see.';
  document.getElementById('sign-in').hidden = Boolean(viewer);
  document.getElementById('sign-out').hidden = !viewer;
}

document.getElementById('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const answer = await ask(
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }',
    { input: { email: form.email.value, password: form.password.value } });
  const problems = answer.errors || answer.data.signIn.userErrors;
  if (problems.length > 0) {
    document.getElementById('who').textContent = problems[0].message;
    return;
  }
  form.reset();
  location.reload();
});

document.getElementById('sign-out').addEventListener('click', async () => {
  await ask('mutation SignOut { signOut(input: {}) { signedOut } }');
  location.reload();
});

async function show() {
  const tabs = await (await fetch('/graphiql/tabs.json')).json();
  const root = ReactDOM.createRoot(document.getElementById('graphiql'));
  root.render(React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: tabs.length === 0 ? undefined : tabs.map(tab => ({
      query: `# ${tab.title}\n${tab.query}`,
      variables: JSON.stringify(JSON.parse(tab.variables), null, 2),
    })),
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  }));
}

showWho();
show();
