"""What must hold between records. Each module looks at one matter; each rule is a function `Review` → findings."""
