"""Changes to a workspace: worked out as `Edit`s, which one function applies (`applying.apply`).

`fixing` mends quotes and hashes, `adding` makes claims, `sourcing` takes texts in, `starting` makes a
workspace. Each leaves every byte alone that it does not mean to change; TOML is edited in place, by the
places of its values, and read again before anything is written.
"""
