-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: rn <- x.h.hh_id WINDOW
-- indirect: r <- x.h.type WINDOW
-- indirect: d <- x.h.type WINDOW
-- indirect: k <- x.h.hh_id WINDOW
-- indirect: p <- x.h.type WINDOW
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.hh_id:WINDOW x.h.type:WINDOW
SELECT hh_id, row_number() OVER (ORDER BY hh_id) AS rn, rank() OVER (ORDER BY type) AS r, dense_rank() OVER (ORDER BY type DESC) AS d, ntile(3) OVER (ORDER BY hh_id) AS k, percent_rank() OVER (ORDER BY type) AS p FROM x.h
