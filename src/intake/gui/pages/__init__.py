"""One page per place that a person can go to; a page calls services through the worker."""
