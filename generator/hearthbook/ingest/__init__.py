"""From bytes to communities: every problem found, nothing guessed, nothing run.

The steps, each in a file: `reader` (bytes to text), `events` (text to a tree),
`comments` (values lost as comments), `shapes` and `expand` (short forms and
ids), `inherit` (`extends`), `validate` (the model's verdict as findings),
`references` (names that must exist), `archive` (all files together).
"""
