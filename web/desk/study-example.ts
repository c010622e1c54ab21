/** A small study file to begin from, as it is read by `study create`. */
export const STUDY_EXAMPLE = `{
  "id": "unga-2027",
  "title": "Unga med sammansatta behov",
  "target_group": {
    "age_min": 16,
    "age_max": 25,
    "description": "Unga som behöver stöd från minst två parter samtidigt."
  },
  "reference_period": { "from": "2027-01-01", "to": "2027-03-31" },
  "municipalities": ["1492", "1487"],
  "parties": [
    { "id": "ifo-amal", "kind": "social_services", "name": "Socialtjänsten i Åmål", "municipalities": ["1492"] },
    { "id": "bup", "kind": "child_psychiatry", "name": "BUP", "municipalities": ["1492", "1487"] }
  ]
}
`;
