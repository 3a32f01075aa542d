-- accepted
-- uses: x.me.gemeld time
SELECT COUNT(*) AS n FROM x.me WHERE gemeld >= TIMESTAMP '2026-04-01 00:00:00' AND gemeld < TIMESTAMP '2027-01-01 00:00:00'
