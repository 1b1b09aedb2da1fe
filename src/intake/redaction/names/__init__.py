"""How the names of known people are found: by spelling, sound, class and piece; decides nothing."""
