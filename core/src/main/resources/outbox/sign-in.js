"use strict";
// Signs in over the endpoint, which answers with the session's cookie, and loads the page again.
document.getElementById("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const refusal = document.getElementById("refusal");
  const form = new FormData(event.target);
  refusal.textContent = "";
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({
        query: "mutation SignIn($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }",
        variables: { input: { email: form.get("email"), password: form.get("password") } },
      }),
    });
    const answer = await response.json();
    const errors = (answer.errors || []).concat(answer.data?.signIn?.userErrors || []);
    if (errors.length === 0) {
      location.reload();
    } else {
      refusal.textContent = errors.map((error) => error.message).join(" ");
    }
  } catch {
    refusal.textContent = "The server did not answer. Try again in a moment.";
  }
});
