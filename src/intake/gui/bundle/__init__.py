"""Parts of the page on which somebody without a vault looks at a bundle."""
