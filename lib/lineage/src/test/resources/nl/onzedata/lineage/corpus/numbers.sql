-- direct: a <- x.h.hh_id TRANSFORMATION
-- direct: r <- x.h.inkomen TRANSFORMATION
-- direct: f <- x.h.inkomen TRANSFORMATION
-- direct: c <- x.h.inkomen TRANSFORMATION
-- direct: s <- x.h.inkomen TRANSFORMATION
-- direct: p <- x.h.hh_id TRANSFORMATION
-- direct: q <- x.h.hh_id TRANSFORMATION
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:SELECT
SELECT abs(hh_id - 5) AS a, round(inkomen, 1) AS r, floor(inkomen) AS f, ceil(inkomen) AS c, sign(inkomen) AS s, power(hh_id, 2) AS p, sqrt(hh_id) AS q, exp(1) AS e FROM x.h
