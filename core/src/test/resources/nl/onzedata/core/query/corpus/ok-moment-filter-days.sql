-- accepted
-- uses: x.me.gemeld time
-- a day is the moment that it starts
SELECT COUNT(*) AS n FROM x.me WHERE gemeld >= DATE '2026-04-01' AND DATE '2027-01-01' > gemeld
