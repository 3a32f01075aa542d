-- accepted
-- uses: x.h.arm group
-- a derived column keeps its meaning under another name
WITH k AS (SELECT arm AS weinig FROM (SELECT arm, hh_id FROM x.h) AS i) SELECT weinig, COUNT(*) AS n FROM k GROUP BY weinig
