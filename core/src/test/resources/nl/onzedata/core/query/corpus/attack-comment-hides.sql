-- refused: USE
-- what looks like a comment ended before
SELECT COUNT(*) AS n FROM x.h WHERE /* */ inkomen < 1 /* only the agreed class */
