"""The window: widgets, pages and what moves them; no rule of the domain lives here."""
