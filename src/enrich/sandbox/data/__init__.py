"""What the sandbox knows beyond the facts: abstracts that the sample documents quote, and repositories."""
