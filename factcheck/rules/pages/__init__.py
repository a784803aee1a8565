"""The pages of the rules: each module's docstring is what `factcheck rule CODE` prints, in Markdown."""
