"""The settings page, a card a topic; every change is kept at once, there is no button for it."""
